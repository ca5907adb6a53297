// What can be said in one call, and what cannot.
import { APIClient } from 'customerio-node';

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string, email: string, voucher: string };

export async function vouchers(users: User[]) {
    const recipients = Array.from(users, (user) => ({ email: user.email, data: { voucher: user.voucher } }));
    if (recipients.length > 0) {
        await api.triggerBroadcast(12, {}, { per_user_data: recipients, email_ignore_missing: true });
    }
}

export async function sideBySide(users: User[]) {
    const recipients = users.map(({ id, voucher }) => ({ id, data: { voucher } }));
    if (recipients.length > 0) {
        await api.triggerBroadcast('weekly', {}, { per_user_data: recipients });
    }
}

export async function everybody(ids: Set<string>) {
    const recipients = [...ids];
    if (recipients.length > 0) {
        await api.triggerBroadcast(12, { week: 7 }, { ids: recipients });
    }
}

export async function withData(users: User[]) {
    const recipients = Array.from(users, (user) => ({ id: user.id, data: { voucher: user.voucher } }));
    if (recipients.length > 0) {
        await api.triggerBroadcast(12, {}, { per_user_data: recipients });
    }
}

export async function more(users: User[]) {
    for (const user of users) {
        await api.triggerBroadcast(12, {}, { ids: [user.id] });
        console.log(user.id);
    }
    for (const user of users) {
        await api.triggerBroadcast(12, {}, { segment: { id: Number(user.id) } });
    }
    for (const user of users) {
        await api.triggerBroadcast(12, {}, { ids: [user.id, 'ada'] });
    }
}
