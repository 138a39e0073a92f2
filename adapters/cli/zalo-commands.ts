import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import {
  type ConsentProblem,
  codeChallenge,
  permissionPage,
  readPastedConsent,
  startConsent,
} from '../channels/zalo/consent.ts';
import { readOfficialAccount } from '../channels/zalo/official-account.ts';
import { createStoredZaloTokens, ZALO_TOKENS_LEASE } from '../channels/zalo/stored-tokens.ts';
import { createTokenService, ZaloOauthUnreachable } from '../channels/zalo/token-service.ts';
import { refreshDaysLeft } from '../channels/zalo/watch-tokens.ts';
import type { Config } from '../config.ts';
import { openEngine } from '../stores/open-engine.ts';

/** What the commands need of the program. */
export interface ZaloSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  /** Asks the admin and gives the line typed. */
  readonly ask: (question: string) => Promise<string>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

interface Options {
  readonly data?: string;
  readonly redirect?: string;
  readonly verifier?: string;
}

const PROBLEMS: Readonly<Record<ConsentProblem, string>> = {
  empty: 'Chưa dán địa chỉ nào; chưa có gì thay đổi.',
  'no-code': 'Địa chỉ vừa dán không có mã cấp quyền (code). Hãy chép cả địa chỉ sau khi bấm đồng ý.',
  'other-state':
    'Địa chỉ vừa dán không thuộc lần cấp quyền này (state khác). Hãy chạy lại lệnh và dùng đúng đường dẫn vừa in.',
  'other-account': 'Đã đồng ý cho một OA khác với ZALO_OA_ID. Hãy chạy lại lệnh và chọn đúng OA.',
};

/** Adds `zalo authorise`: an admin's consent and re-consent, from the permission page to the stored pair of tokens. */
export function addZaloCommands(admin: Command, surroundings: ZaloSurroundings): void {
  const zalo = admin.command('zalo').description('Kênh Zalo');
  zalo
    .command('authorise')
    .description('Cấp quyền (hoặc cấp quyền lại) cho ứng dụng dùng OA')
    .option('--redirect <url>', 'Callback URL đã khai trong trang ứng dụng Zalo; mặc định là PUBLIC_URL')
    .option('--verifier <text>', 'code verifier 43 ký tự, khi trang ứng dụng Zalo đã lưu sẵn Code Challenge')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: Options) => authorise(options, surroundings));
}

async function authorise(options: Options, surroundings: ZaloSurroundings): Promise<void> {
  const { print, refuse, now } = surroundings;
  const config = surroundings.config();
  if (!config.zalo.on) return refuse(`Kênh Zalo đang tắt: hãy đặt ${config.zalo.missing.join(', ')}.`);
  const settings = config.zalo.settings;
  const redirectUrl = options.redirect ?? config.publicUrl;
  if (redirectUrl === null) return refuse('Hãy đặt PUBLIC_URL, hoặc cho biết Callback URL bằng --redirect.');
  if (options.verifier !== undefined && !/^[\w~.-]{43}$/.test(options.verifier)) {
    return refuse('--verifier phải có đúng 43 ký tự.');
  }

  const engine = await openEngine({ ...config, dataDir: options.data ?? config.dataDir });
  const store = createStoredZaloTokens(engine.kept);
  const days = await refreshDaysLeft(store, now());
  const consent = startConsent(redirectUrl, options.verifier ?? null, randomBytes);
  print(days > 0 ? `Quyền hiện tại còn ${days} ngày; làm tiếp là cấp quyền lại.` : 'Chưa có quyền dùng OA.');
  print('1. Trong trang ứng dụng Zalo, mục Official Account, Callback URL phải là:');
  print(`   ${redirectUrl}`);
  print(`   Nếu ở đó có ô Code Challenge, hãy nhập: ${codeChallenge(consent.verifier)}`);
  print('2. Mở đường dẫn sau bằng tài khoản quản trị OA, chọn đúng OA và bấm đồng ý:');
  print(`   ${permissionPage(consent, settings)}`);
  print(
    '3. Trình duyệt sẽ chuyển sang một địa chỉ có chữ code=. Trang đó báo lỗi cũng không sao. Mã chỉ dùng được 10 phút.',
  );
  const pasted = readPastedConsent(await surroundings.ask('Dán cả địa chỉ đó vào đây: '), consent, settings.oaId);
  if (!pasted.ok) return refuse(PROBLEMS[pasted.problem]);

  const service = createTokenService({ ...settings, fetch: surroundings.fetch, now });
  const lease = engine.lock(ZALO_TOKENS_LEASE);
  try {
    const tokens = await lease(async () => {
      const pair = await service.exchange(pasted.code, consent.verifier);
      if (pair === null) return null;
      // Stored before it is tried: the pair before it is dead already.
      await store.save(pair);
      return pair;
    });
    if (tokens === null) {
      return refuse(
        'Zalo không nhận mã này: mã đã dùng, quá 10 phút, hoặc Callback URL hay Code Challenge khai khác. Hãy chạy lại lệnh.',
      );
    }
    const account = await readOfficialAccount({ ...settings, fetch: surroundings.fetch }, tokens.accessToken);
    print(`Đã lưu quyền mới, còn ${await refreshDaysLeft(store, now())} ngày và tự gia hạn khi hệ thống chạy.`);
    if (!account.ok) return refuse(`Nhưng Zalo chưa cho đọc thông tin OA (mã lỗi ${account.error ?? 'không rõ'}).`);
    if (account.id !== settings.oaId) return refuse(`Nhưng quyền này thuộc OA ${account.id}, khác với ZALO_OA_ID.`);
    print(`OA: ${account.name} (${account.id}). Hệ thống đang chạy tự dùng quyền mới, không cần khởi động lại.`);
  } catch (error) {
    if (!(error instanceof ZaloOauthUnreachable)) throw error;
    refuse('Không kết nối được tới dịch vụ cấp quyền của Zalo. Hãy kiểm tra mạng rồi chạy lại lệnh.');
  } finally {
    await engine.close();
  }
}
