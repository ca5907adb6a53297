// What can be said in one call, and what cannot.
import { APIClient } from 'customerio-node';

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string, email: string, voucher: string };

export async function vouchers(users: User[]) {
    for (const user of users) {
        await api.triggerBroadcast(12, { voucher: user.voucher }, { emails: [user.email], email_ignore_missing: true });
        //        ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]
    }
}

export async function sideBySide(users: User[]) {
    await Promise.all(users.map(async ({ id, voucher }) => {
        await api.triggerBroadcast('weekly', { voucher }, { ids: [id] });
        //        ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]
    }));
}

export async function everybody(ids: Set<string>) {
    for (const id of ids) await api.triggerBroadcast(12, { week: 7 }, { ids: [id] });
    //                              ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]
}

export async function withData(users: User[]) {
    for (const user of users) {
        await api.triggerBroadcast(12, {}, {
            //    ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]
            per_user_data: [{ id: user.id, data: { voucher: user.voucher } }],
        });
    }
}

export async function more(users: User[]) {
    for (const user of users) {
        await api.triggerBroadcast(12, {}, { ids: [user.id] });
        //        ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]
        console.log(user.id);
    }
    for (const user of users) {
        await api.triggerBroadcast(12, {}, { segment: { id: Number(user.id) } });
        //        ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]
    }
    for (const user of users) {
        await api.triggerBroadcast(12, {}, { ids: [user.id, 'ada'] });
        //        ^^^^^^^^^^^^^^^^ warning[broadcast-in-loop]
    }
}
