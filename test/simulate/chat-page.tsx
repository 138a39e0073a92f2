import { renderToString } from 'preact-render-to-string';

/** The look of one platform's page. */
export interface ChatLook {
  readonly id: 'messenger' | 'zalo';
  readonly platform: string;
  readonly subtitle: string;
  /** What people call the platform's own inbox. */
  readonly inbox: string;
  readonly placeholder: string;
}

export const LOOKS: Readonly<Record<ChatLook['id'], ChatLook>> = {
  messenger: {
    id: 'messenger',
    platform: 'Messenger',
    subtitle: 'Trang Facebook · Thường trả lời ngay',
    inbox: 'hộp thư Trang',
    placeholder: 'Aa',
  },
  zalo: {
    id: 'zalo',
    platform: 'Zalo',
    subtitle: 'Tài khoản OA · Giáo dục',
    inbox: 'OA Chat',
    placeholder: 'Tin nhắn',
  },
};

const PAGE_NAME = 'Giáo dục Ba Đình';
const EXAMPLES = [
  'tien an ban tru bua trua toi da bn 1 ngay a',
  'Hồ sơ tuyển sinh vào lớp 10 gồm những gì?',
  'Gặp cán bộ',
];

/** A page that looks and works like the platform's chat on a phone, with the tester's tools beside it. */
export function renderChatPage(look: ChatLook, staffUrl: string): string {
  const other = LOOKS[look.id === 'messenger' ? 'zalo' : 'messenger'];
  const html = renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="robots" content="noindex" />
        <title>{`${PAGE_NAME} – ${look.platform} mô phỏng`}</title>
        <link rel="icon" type="image/svg+xml" href="/client/icon.svg" />
        <link rel="stylesheet" href="/client/chat.css" />
        <link rel="stylesheet" href={`/client/${look.id}.css`} />
        <script type="module" src="/client/chat.js" />
      </head>
      <body data-look={look.id}>
        <main class="phone" aria-label={`Cuộc trò chuyện trên ${look.platform}`}>
          <header class="bar">
            <span class="avatar" aria-hidden="true">
              BĐ
            </span>
            <div class="who">
              <h1>{PAGE_NAME}</h1>
              <p>{look.subtitle}</p>
            </div>
            <button type="button" id="tools-button" class="round" aria-expanded="false" aria-controls="tools">
              <span aria-hidden="true">⋯</span>
              <span class="unseen">Công cụ thử nghiệm</span>
            </button>
          </header>
          <ol id="log" class="log" aria-live="polite" aria-label="Tin nhắn" />
          <p id="notice" class="notice" role="status" hidden />
          <fieldset id="quick-replies" class="quick-replies" aria-label="Lựa chọn nhanh" hidden />
          <form id="composer" class="composer" autocomplete="off">
            <label class="round photo">
              <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
                <path d="M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm0 12 5-6 4 4 3-3 4 5M15.500 8.500h.01" />
              </svg>
              <span class="unseen">Gửi ảnh</span>
              <input id="photo" type="file" accept="image/*" class="unseen" />
            </label>
            <label class="unseen" for="words">
              Tin nhắn
            </label>
            <textarea id="words" rows={1} maxLength={2000} placeholder={look.placeholder} enterkeyhint="send" />
            <button type="submit" class="round send">
              <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
                <path d="M4 12 20 4l-5 16-3-7-8-1Zm8 1 8-9" />
              </svg>
              <span class="unseen">Gửi</span>
            </button>
          </form>
        </main>
        <aside id="tools" class="tools" aria-label="Công cụ thử nghiệm">
          <button type="button" id="close-tools" class="close">
            Đóng
          </button>
          <h2>{`${look.platform} mô phỏng`}</h2>
          <p>
            Tin nhắn đi đúng đường thật: trang này ký webhook, hệ thống nhận, xử lý rồi gọi API mô phỏng của{' '}
            {look.platform}. Không có gì ra khỏi máy này.
          </p>
          <h3>Thử hỏi</h3>
          <ul class="examples">
            {EXAMPLES.map((example) => (
              <li key={example}>
                <button type="button" data-example={example}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
          <h3>Cán bộ</h3>
          <form id="staff" class="staff">
            <label for="staff-words">{`Nhân viên trả lời từ ${look.inbox}`}</label>
            <textarea id="staff-words" rows={2} maxLength={2000} required />
            <button type="submit">{`Gửi từ ${look.inbox}`}</button>
          </form>
          <p>
            <a href={staffUrl}>Mở bàn làm việc của cán bộ</a>
          </p>
          <h3>Khác</h3>
          <p class="links">
            <button type="button" id="new-person">
              Người dân mới
            </button>
            <a href={`/${other.id}`}>{`Sang ${other.platform}`}</a>
          </p>
        </aside>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
