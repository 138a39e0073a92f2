import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A made-up school site that embeds the widget, on an origin of its own and under a strict policy. */
export interface HostSite {
  /** Its origin, `http://127.0.0.1:…`; the chat belongs on `http://localhost:…`, which is another site. */
  readonly url: string;
  /** Where the chat is; the page loads `/widget.js` from there. */
  readonly embedded: { chatUrl: string };
  close(): Promise<void>;
}

/** Starts the site. Its policy allows the chat's script and frame, and no inline script or style. */
export async function startHostSite(): Promise<HostSite> {
  const embedded = { chatUrl: '' };
  const server = createServer((request, response) => {
    if (request.url === '/site.css') {
      response.setHeader('Content-Type', 'text/css').end(STYLES);
      return;
    }
    const chat = embedded.chatUrl;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src ${chat}; frame-src ${chat}; style-src 'self'`,
    );
    response.end(page(chat));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    embedded,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const page = (chat: string) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Trường Tiểu học Mẫu</title>
    <link rel="stylesheet" href="/site.css">
    <script src="${chat}/widget.js" async></script>
  </head>
  <body>
    <header><a href="/">Trường Tiểu học Mẫu</a></header>
    <main>
      <h1>Thông báo tuyển sinh</h1>
      <p>Nhà trường nhận hồ sơ từ ngày 01/7. Phụ huynh có thể hỏi thêm bằng khung trò chuyện ở góc màn hình.</p>
      <p><a href="/tin-tuc">Tin tức</a></p>
    </main>
  </body>
</html>`;

const STYLES = `body { margin: 0; font: 18px/1.6 Georgia, serif; color: #222; background: #fff; }
header { padding: 20px 6vw; background: #7a1f1f; } header a { color: #fff; }
main { padding: 30px 6vw; max-width: 40em; } button, dialog { background: hotpink; transform: rotate(3deg); }`;
