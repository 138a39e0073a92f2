import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** Questions about the assistant itself. Plain courtesies are read in `courtesy.ts`. */
export const SMALL_TALK: RuleSet = {
  verdict: { outcome: 'chat', topic: 'smalltalk', priority: null, replyId: 'greeting' },
  rules: [
    {
      id: 'chat.who-are-you',
      replyId: 'identity',
      all: [
        phrases(`
          bạn/ad/page/mày/em/đây là ai; bạn/ad/page/em/mình tên gì; bạn/ad/page/em/mày tên là gì; là người hay; người hay máy/bot/robot/ai; bot hay người; máy hay người; robot hay người; ai hay người; có phải bot/robot/máy/ai/chatbot/người; phải bot; phải robot; phải người thật; là bot; là robot; là chatbot; là trợ lý; là máy; là người thật; là ai vậy; là ai thế; ai đang trả lời; ai trả lời tin; đang nói chuyện với ai; đang chat với ai; nói chuyện với người hay; nói chuyện với bot; nói chuyện với máy; bao nhiêu tuổi rồi … bot/ad/page/bạn; bạn mấy tuổi; bạn bao nhiêu tuổi; ad mấy tuổi; ad bao nhiêu tuổi; ad nam hay; ad là nam; bạn là nam; ai tạo ra bạn; ai làm ra bạn; bạn do ai; page của ai; page này của; trang này của; page này là; đây có phải page; đây có phải trang; đây là page; đây là trang; ad có người yêu; ad ăn cơm; bạn ăn cơm; ad khỏe; bạn khỏe; ad có khỏe; bạn có khỏe; chatgpt
        `),
      ],
      shapes: ['up-to-12-words'],
      none: phrases(
        `<rule>; hiệu trưởng; học phí; tuyển sinh; chủ nhiệm; giả mạo; lừa đảo; trường; giáo viên; nộp; hồ sơ; công ty; học sinh; con em; chính thức; pháp; thuế; bạn em; người bảo; cổ; giám; căn cước; tài khoản; nước; trẻ; cơ quan; luật`,
      ),
    },
    {
      id: 'chat.what-can-you-do',
      replyId: 'capabilities',
      all: [
        phrases(`
          hỏi được … gì; hỏi được gì; hỏi … những gì; hỏi về … những gì; hỏi gì cũng; được hỏi gì; được hỏi những; có thể hỏi; giúp được … gì; giúp được những; giúp gì được; làm được … gì; làm được những; biết làm gì; biết những gì; trả lời được … gì; trả lời được những; hỗ trợ … gì; hỗ trợ được; hỗ trợ những gì; tư vấn … những gì; tư vấn gì; có chức năng; chức năng gì; dùng … thế nào; sử dụng … thế nào; hướng dẫn sử dụng; page … làm gì; trang này làm gì; bot … làm gì; bot này làm
        `),
        phrases(`bạn; page; ad; ở đây; đây; bot; trang này; trợ lý; này; bên mình; bên này; mình; admin; em`),
      ],
      shapes: ['up-to-12-words'],
      none: phrases(
        `<rule>; học sinh; trường; học phí; trẻ; sinh viên; hộ nghèo; khuyết tật; giáo viên; công ty; con em; con tôi; người; bằng; tiền; chế độ; mức; hồ sơ; nhà nước; ngân; dân; thuế; nghề; mẹ; bố; đất; xe; lao; nước; quỹ; hội; phòng; cán; luật; doanh; tài khoản; app; thẻ; sổ; thầy; cô; lớp; thi`,
      ),
    },
  ],
};
