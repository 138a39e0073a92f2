import type { GraphAnswer } from './graph-call.ts';

/** Why a call to Meta gave nothing, and what to do, in Vietnamese. Shows codes, never Meta's wording or a token. */
export function graphProblem(answer: GraphAnswer): string {
  switch (answer.kind) {
    case 'unreachable':
    case 'lost':
      return 'không kết nối được tới Meta; kiểm tra mạng, tường lửa và MESSENGER_GRAPH_URL';
    case 'refused': {
      const { code, subcode } = answer.error;
      const mark = `mã ${subcode === null ? code : `${code}/${subcode}`}`;
      if (code === 190) return `Meta không nhận mã truy cập trang (${mark}); cấp mã mới và đặt MESSENGER_PAGE_TOKEN`;
      if (code === 10 || code === 200)
        return `ứng dụng thiếu quyền (${mark}); xin quyền trong App Review rồi cấp mã mới`;
      return `Meta từ chối (${mark}); kiểm tra MESSENGER_APP_SECRET, MESSENGER_PAGE_ID và MESSENGER_GRAPH_VERSION`;
    }
    default:
      return `Meta trả lời không đọc được (HTTP ${answer.status}); thử lại sau`;
  }
}
