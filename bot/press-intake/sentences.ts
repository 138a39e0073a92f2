import type { PressSlot } from './press-slots.ts';

/** What people of the press are asked while they wait, one thing at a time. Nothing of the matter itself is said. */
export const PRESS_QUESTIONS: Readonly<Record<PressSlot, string>> = {
  outlet: 'Dạ, anh/chị công tác tại cơ quan báo chí nào ạ?',
  contact: 'Dạ, anh/chị cho em xin số điện thoại hoặc thư điện tử công việc để người phát ngôn liên hệ ạ.',
  deadline: 'Dạ, anh/chị cần phản hồi trước thời điểm nào ạ?',
};

/** When everything was asked. */
export const PRESS_NOTED =
  'Dạ, em đã ghi nhận để người phát ngôn trả lời. Trợ lý tự động không phát ngôn và không cung cấp thông tin cho báo chí ạ.';
