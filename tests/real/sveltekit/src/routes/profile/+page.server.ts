import { fail, type Actions } from "@sveltejs/kit";
import { customerio } from "$lib/server/customerio";

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const data = await request.formData();
    const city = data.get("city");
    if (!city) return fail(400, { missing: true });
    await customerio.identify(locals.user.id, { city: String(city), moved_at: Math.round(Date.now() / 1000) });
    return { success: true };
  },
};
