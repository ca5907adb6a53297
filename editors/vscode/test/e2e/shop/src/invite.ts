// The trial of those who were invited.
import { startTrial } from "./trial";

export const invite = (id: string) => startTrial(id);
