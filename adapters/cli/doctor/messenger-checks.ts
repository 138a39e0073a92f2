import type { RunChecks } from './check.ts';

/** Looks at the Messenger settings. */
export const messengerChecks: RunChecks = async ({ messenger, publicUrl }) => {
  if (!messenger.on) {
    return [{ name: 'Cài đặt', ok: null, advice: `kênh đang tắt; để bật, đặt ${messenger.missing.join(', ')}` }];
  }
  const secure = publicUrl?.startsWith('https://') ?? false;
  return [
    {
      name: 'PUBLIC_URL dùng https',
      ok: secure,
      advice: secure ? '' : 'đặt PUBLIC_URL là địa chỉ https mà người dân truy cập được',
    },
  ];
};
