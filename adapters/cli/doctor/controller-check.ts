import type { RunChecks } from './check.ts';

/** Whether citizens can read who answers for their data. What is missing is a warning: everything works without it. */
export const checkController: RunChecks = async ({ controller: { name, address, contact, missing } }) => {
  const check = { name: 'Bên kiểm soát dữ liệu' };
  const known = [name, address, contact].filter((part) => part !== null).join('; ');
  if (missing.length === 0) return [{ ...check, ok: true, advice: `${known}.` }];
  const advice = `chưa đặt ${missing.join(', ')}. Người dân đang đọc thấy: ${known}. Luật yêu cầu cho biết tên, địa chỉ và cách liên hệ; hãy đặt rồi khởi động lại.`;
  return [{ ...check, ok: null, advice }];
};
