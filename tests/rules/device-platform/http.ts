const put = (id: string, device: object) =>
  fetch(`https://track.customer.io/api/v1/customers/${id}/devices`, { method: "PUT", body: JSON.stringify({ device }) });

export const a = () => put("1", { id: "token", platform: "iOS" });
//                                                       ^^^^^ error[device-platform]: `iOS` is not a device platform
export const b = () => put("1", { id: "token", platform: "android", last_used: 1700000000 });
