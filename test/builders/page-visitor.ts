/** A browser without a screen: keeps cookies, follows no redirects. */
export interface PageVisitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  submit(path: string, fields: Record<string, string>): Promise<Response>;
  /** Sends a form with files, as `multipart/form-data`. */
  upload(path: string, form: FormData): Promise<Response>;
  remove(path: string): Promise<Response>;
}

export function createPageVisitor(url: string): PageVisitor {
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { Cookie: cookie }), ...init.headers };
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  return {
    cookies,
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, body, headers = {}) =>
      request(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
    submit: (path, fields) => request(path, { method: 'POST', body: new URLSearchParams(fields) }),
    upload: (path, form) => request(path, { method: 'POST', body: form }),
    remove: (path) => request(path, { method: 'DELETE' }),
  };
}
