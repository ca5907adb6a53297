import { json, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { sendMagicLink, trackEvent } from "~/services/customerio.server";
import { createLink } from "~/services/auth.server";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = form.get("email");
  if (typeof email !== "string" || !email.includes("@")) return json({ error: "Enter an email address" }, 400);
  const { link, userId } = await createLink(email);
  await sendMagicLink(email, link); // call
  if (userId) await trackEvent(userId, "magic_link_requested"); // call
  return redirect("/login/sent");
}

export default function Login() {
  const data = useActionData<typeof action>();
  return (
    <Form method="post">
      <input name="email" type="email" aria-label="Email & name" />
      {data?.error ? <p role="alert">{data.error}</p> : null}
      <button>Send link</button>
    </Form>
  );
}
