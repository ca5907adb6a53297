import { TrackClient } from "customerio-node";

jest.mock("customerio-node");
export const cio = new TrackClient("7c1d0e9fa2b35864d7c1", "a7f0c3d91b2e4f586a7f");
//- /src/mail.test.ts
import { APIClient } from "customerio-node";

export const api = new APIClient("b19f3c7a0d2e4856b19f3c7a0d2e4856");
//- /src/__tests__/setup.ts
import { APIClient } from "customerio-node";

export const api = new APIClient("b19f3c7a0d2e4856b19f3c7a0d2e4856");
