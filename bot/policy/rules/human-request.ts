import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

const SWEAR = phrases(`
  đm; dm; đmm; dmm; đcm; vcl; vkl; vl; cmn; clgt; =đéo; đếch; địt; =đụ; =cặc; =lồn; mẹ kiếp; con mẹ; mẹ nó; mẹ mày; chó chết; đồ chó; khốn nạn; khốn kiếp; mất dạy; ngu thế; ngu vãi; ngu như; ngu quá; =vãi; =xàm; nói xàm; xàm quá; =nhảm; nói nhảm; rác rưởi; như hạch; như cứt; =cút; cút đi; óc chó; óc lợn; vớ vẩn; bố láo
`);

/** The wish to talk to a person, said plainly or by anger at the machine. */
export const HUMAN_REQUEST: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'human_request', priority: 'normal', replyId: 'humanRequest' },
  harmless: phrases(`gặp khó; gặp lỗi; gặp vấn; gặp sự; bị ngu; mẹ nó đi; mẹ nó làm; mẹ nó là; con mẹ em; vl xây`),
  rules: [
    {
      id: 'human.button',
      all: [phrases(`handover request; gặp cán bộ; gặp nhân viên; gặp admin; gặp người; gặp tư vấn`)],
      none: phrases(
        `khi đi; thì phải gặp; cần gặp ai; gặp người thân; gặp người nhà; gặp người lạ; gặp người quen; gặp người bị; tạm giam; trại; luật sư; có được gặp`,
      ),
    },
    {
      id: 'human.asks-for-person',
      all: [
        phrases(`
          gặp … <staff>; nói chuyện … <staff>; nói chuyện trực; nói trực tiếp; trao đổi … <staff>; trao đổi trực; liên hệ trực tiếp … <staff>; liên lạc … <staff>; kết nối … <staff>; nối máy; chuyển máy; chuyển … <staff> phụ/trực/tư/hỗ/có/thật/khác; chuyển cuộc; chuyển sang <staff>; chuyển cho <staff>; chuyển em/tôi/mình … <staff>; chuyển … đến chuyên/cán/nhân/bộ; nhờ <staff> gọi/trả/hỗ/tư; cho <staff> gọi/trả/vào/tư; có <staff> … trả lời; có ai trực; có ai ở đó; có ai đó; có ai không; có người … trực; cần <staff> thật/hỗ/tư/trực/trả/hướng/giúp/gọi; muốn <staff> thật/hỗ/tư/trực/trả/gọi; người thật
          gọi điện lại; gọi lại cho; gọi lại giúp; gọi giúp; gọi cho em/tôi/mình/mẹ/bà; gọi điện … cho em/tôi/mình/mẹ/bà/bố; ai gọi; tư vấn trực tiếp; nghe máy … tư vấn; xin số tổng đài; cho số tổng đài; cho số hotline; xin hotline; số hotline; xin số điện thoại … phòng/trường/tư/page/cán/bên/liên; cho số điện thoại … liên/phòng/hoặc/người/cán/gọi; cho … số … để gọi; hẹn gặp; đặt lịch gặp; đặt lịch hẹn; muốn gặp mặt; gặp trực tiếp; tiếp dân
        `),
      ],
      none: phrases(
        `<rule>; ly hôn; tòa; trại giam; vneid; ngân hàng; bác sĩ; có được gặp; gặp giáo viên; gặp cô giáo; nói chuyện riêng trong; nói chuyện trong; phạm nhân; gặp con; chuyển trường; công ty; bệnh nhân; cháu gọi; cô gọi; gọi điện đe; điện lừa; nhà mạng; đòi nợ; trường gọi; tư vấn trực tiếp tại trường; luật sư; khách; người lạ; có ai được; có ai kiểm; sở hữu; cổ; ai gọi … lừa; gọi vốn; người thật … hay máy/bot/robot/ai/tự; máy/bot/robot/ai hay … người thật`,
      ),
    },
    {
      id: 'human.not-a-machine',
      all: [
        phrases(`bot; robot; rô bốt; máy; ai; chatbot; trả lời tự động; tự động; trợ lý ảo; ad; admin; page`),
        phrases(
          `không muốn nói … máy/bot/robot/ai; không nói chuyện với máy/bot/robot; không thích … bot/máy; bot … chán/ngu/dở/vô/tệ/nhảm/đần/xàm; máy trả lời … chán/không/sai/gì; đừng … bot/máy/tự động; không cần bot; toàn … bot/máy/tự động; ad đâu; admin đâu; đâu rồi; trả lời tôi đi; trả lời em đi; trả lời đi; sao không … trả lời; sao chưa … trả lời; không ai trả; chưa ai trả; có ai trả lời; rep em; ai trả lời; ai làm việc; đợi mãi; chờ mãi; seen; bơ em/tôi; không phải máy; người chứ không; bỏ bot; tắt bot; ngừng bot`,
        ),
      ],
      none: phrases(
        `<rule>; bot hay người; người hay bot; người hay máy; máy hay người; có phải bot; có phải máy; có phải robot; hay là máy; hay là bot; hồ sơ … chờ; trường; kết quả; cô giáo; công ty; ngân hàng; hệ thống không; học sinh; robotics`,
      ),
    },
    {
      id: 'human.does-not-help',
      all: [
        phrases(`
          hỏi … lần rồi; hỏi ba/hai/3/2/mấy/bao/năm/bốn lần; hỏi mãi; hỏi đi hỏi; nói mãi; copy; dán văn bản; trả lời … chẳng/không đúng/liên/vào/ra; trả lời linh; trả lời lung; trả lời sai; trả lời lạc; trả lời vòng; trả lời kiểu; trả lời như; trả lời chán; trả lời vớ; trả lời lằng; trả lời ngu; trả lời cho có; trả lời gì; trả lời cái; không đúng câu; không hiểu ý; không hiểu gì; không hiểu câu; chẳng hiểu; không giải quyết được gì; không giúp được gì; chẳng giúp; vô dụng; lạc đề; hỏi một đằng; hỏi 1 đằng; không liên quan; không đúng ý; chán page; page chán; page tệ; page … như không; lập ra … làm gì; làm ăn chán; mất thời gian; tốn thời gian; phí thời gian; có ai làm việc; hỏi bằng thừa; hỏi cũng như
        `),
        phrases(
          `page; bot; máy; trả lời; hỏi; ad; admin; bên; vô dụng; copy; không hiểu; chẳng; thế; rồi; đây; làm việc`,
        ),
      ],
      none: phrases(
        `<rule>; cô giáo; con em; con tôi; cháu; bài thi; thí sinh; giáo viên; nhà trường; trường; công ty; phỏng vấn; tuyển dụng; thủ tục; giấy tờ; lương; cơ quan; tòa; em vô dụng; con vô dụng; sống; học sinh; cảm ơn; bạn gái; khách; cha; luật; hồ sơ; hộ; bên bán; mua; ngân; nhà`,
      ),
    },
    {
      id: 'human.swears',
      shapes: ['up-to-12-words'],
      all: [SWEAR],
      none: phrases(`<rule>; học phí; trường; cô giáo; thầy; con em; tuyển sinh; lớp *; bị; chửi; em; con; mẹ nó`),
    },
    {
      id: 'human.swears-after-answer',
      shapes: ['follow-up'],
      all: [SWEAR],
      none: phrases(`<rule>; học phí; trường; cô giáo; thầy; con em; tuyển sinh; lớp *; bị; chửi; quảng cáo`),
    },
  ],
};
