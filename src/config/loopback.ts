/** Whether an address reaches only this machine. */
export const isLoopback = (host: string) => /^(127(\.\d{1,3}){3}|localhost|\[?::1\]?)$/.test(host);
