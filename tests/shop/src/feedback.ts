// What came of a survey: who wrote the import of this from memory? unknown-package
import { APIClient, RegionEU } from "@customerio/track";

export const feedback = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
