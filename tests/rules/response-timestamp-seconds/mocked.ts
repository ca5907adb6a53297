import { APIClient } from "customerio-node";

vi.mock("./clock");
const api = new APIClient("key");

export const created = async () => new Date((await api.getCampaign(1)).campaign.created);
