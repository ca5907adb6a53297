import { NextResponse } from "next/server";
import { after } from "next/server";
import { auth } from "@/auth";
import { cio, sendTemplate } from "@/lib/customerio";

export async function POST(request: Request) {
  const session = await auth();
  if (!session?.user?.id) return NextResponse.json({ error: "unauthorized" }, { status: 401 });
  const order = await request.json();
  const user = { id: session.user.id, email: session.user.email! };
  after(async () => {
    await cio.track(user.id, {
      name: "order_placed",
      data: { order_id: order.id, total: order.total, currency: "EUR", items: order.items.length },
    });
  });
  await sendTemplate("invoice_paid", user, { number: order.number, total: order.total }); // call
  return NextResponse.json({ ok: true });
}
