// In a scope that belongs to Customer.io nobody else can register a package.
import { TrackClient } from "customerio-node";
import { APIClient } from "customerio-node";

export const clients = [TrackClient, APIClient];
