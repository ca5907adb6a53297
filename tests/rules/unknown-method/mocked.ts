import { APIClient } from "customerio-node";

jest.mock("customerio-node");
const api = new APIClient("key");
api.mockClear();
