"use server";

import { revalidatePath } from "next/cache";
import { auth } from "@/auth";
import { cio } from "@/lib/customerio";

export async function updateProfile(form: FormData) {
  const session = await auth();
  const id = session?.user?.id;
  if (!id) throw new Error("Not signed in");
  const name = String(form.get("name") ?? "");
  await cio.identify(id, { name, profile_updated_at: Math.floor(Date.now() / 1000) });
  revalidatePath("/profile");
}

export async function planted(id: string, user: { trialEndsAt: Date }) {
  await cio.identify(id, { trial_ends_at: user.trialEndsAt }); // timestamp-not-unix
  revalidatePath("/profile");
}
