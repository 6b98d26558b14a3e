import { request } from './request.js';

export const post = <T>(path: string, body: unknown = {}, idempotencyKey?: string) =>
  request<T>(path, { method: 'POST', body, idempotencyKey });
export const patch = <T>(path: string, body: unknown) => request<T>(path, { method: 'PATCH', body });
export const put = <T>(path: string, body: unknown) => request<T>(path, { method: 'PUT', body });
export const remove = <T>(path: string) => request<T>(path, { method: 'DELETE' });
