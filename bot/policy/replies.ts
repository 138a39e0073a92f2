/**
 * The product's fixed sentences to citizens, by reply id. They name no time of an answer (where staff take over, a
 * computed one follows them), judge nobody, repeat nothing that the citizen wrote, and name no rule: those come from documents only. Child helpline 111, police 113, ambulance 115.
 */
export const REPLIES = {
  // A child in danger
  crisisAdult: [
    'Dạ, chuyện này cần được giúp ngay. Nếu có nguy hiểm trước mắt, xin gọi liền:',
    '• 113 – công an',
    '• 115 – cấp cứu',
    '• 111 – tổng đài quốc gia bảo vệ trẻ em (24/7, miễn phí)',
    'Nếu được, hãy ở bên cháu, đưa cháu đến chỗ an toàn và giữ lại những gì đã ghi nhận. Nếu bạn là học sinh: bạn không có lỗi gì cả, hãy nói với một người lớn mà bạn tin hoặc gọi 111.',
    'Tin nhắn của anh/chị đã được báo ngay cho cán bộ phụ trách.',
  ].join('\n'),
  crisisSelfHarm: [
    'Cảm ơn bạn đã nói ra. Điều bạn đang chịu chắc là nặng nề lắm, và bạn không phải chịu một mình.',
    'Ngay lúc này, hãy gọi hoặc nhờ người bên cạnh gọi giúp:',
    '• 111 – tổng đài quốc gia bảo vệ trẻ em (24/7, miễn phí, có người lắng nghe)',
    '• 115 – cấp cứu, nếu đã bị thương hoặc đã uống thứ gì',
    '• 113 – công an',
    'Hãy ở gần một người mà bạn tin: bố mẹ, ông bà, thầy cô, bạn thân. Nếu anh/chị viết giúp một cháu, xin đừng để cháu ở một mình.',
    'Tin nhắn này đã được báo ngay cho cán bộ phụ trách.',
  ].join('\n'),
  crisisMissing: [
    'Dạ, anh/chị gọi ngay giúp em:',
    '• 113 – công an, báo tên, tuổi, quần áo và nơi thấy cháu lần cuối; không cần chờ thêm',
    '• 111 – tổng đài quốc gia bảo vệ trẻ em (24/7, miễn phí)',
    '• 115 – cấp cứu, nếu cháu bị thương',
    'Xin báo cả bảo vệ và nhà trường, nhờ một người ở nhà chờ phòng khi cháu về.',
    'Tin nhắn của anh/chị đã được báo ngay cho cán bộ phụ trách.',
  ].join('\n'),

  // Matters for staff
  complaint:
    'Dạ, em đã chuyển phản ánh của anh/chị đến cán bộ phụ trách. Cán bộ sẽ đọc và trả lời trong cuộc trò chuyện này. Nếu có thêm tên trường, thời gian, hình ảnh hoặc giấy tờ, anh/chị cứ gửi vào đây. Em là trợ lý tự động nên không đánh giá đúng sai ạ.',
  press:
    'Dạ, em đã chuyển nội dung đến người phát ngôn. Chỉ người phát ngôn mới được cung cấp thông tin cho báo chí và đăng tải; trợ lý tự động không phát ngôn thay ạ. Anh/chị vui lòng để lại tên cơ quan, câu hỏi và thời hạn mong muốn.',
  politics:
    'Dạ, trợ lý tự động không bình luận về nội dung này. Em đã chuyển tin nhắn đến cán bộ phụ trách. Nếu anh/chị cần hỏi quy định về giáo dục, em sẵn sàng tra cứu ạ.',
  stateSecret: 'Dạ, em không cung cấp thông tin về nội dung này. Em đã chuyển tin nhắn đến cán bộ phụ trách ạ.',
  personalData:
    'Dạ, tin nhắn có thông tin cá nhân nên em không tra cứu và không nhắc lại ở đây. Em đã chuyển đến cán bộ phụ trách. Để an toàn, anh/chị vui lòng không gửi thêm số giấy tờ, ảnh giấy tờ hay số điện thoại qua tin nhắn ạ.',
  othersData:
    'Dạ, đây là thông tin riêng của người khác nên em không cung cấp được. Em đã chuyển tin nhắn đến cán bộ phụ trách để trả lời anh/chị ạ.',
  privacy:
    'Dạ, em đã ghi nhận yêu cầu của anh/chị về dữ liệu cá nhân và chuyển đến cán bộ phụ trách. Cán bộ sẽ xác nhận cách xử lý trong cuộc trò chuyện này ạ.',
  privacyKept:
    'Dạ, hệ thống của trang giữ tin nhắn và câu trả lời trong cuộc trò chuyện này, mã tài khoản nhắn tin và phiếu mà cán bộ xử lý, để trả lời anh/chị. Tên, số điện thoại, địa chỉ, số giấy tờ được che; chỉ cán bộ giữ phiếu xem được lời gốc và mỗi lần xem được ghi lại. Nội dung tự xóa khi hết thời hạn lưu. Em đã chuyển cán bộ để gửi bản sao hoặc sửa theo yêu cầu; muốn xóa ngay, anh/chị chọn "Xóa dữ liệu của tôi" ạ.',
  privacyErase:
    'Dạ, em đã ghi nhận yêu cầu của anh/chị về dữ liệu cá nhân và chuyển đến cán bộ phụ trách. Nếu muốn xóa ngay, anh/chị chọn "Xóa dữ liệu của tôi": mọi tin nhắn ở đây, cả câu trả lời, sẽ bị xóa khỏi hệ thống của trang và không lấy lại được; chỉ còn số liệu không có nội dung và không có tên. Tin nhắn trong ứng dụng của anh/chị không đổi. Không chọn thì cán bộ sẽ trả lời tại đây ạ.',
  humanRequest:
    'Dạ vâng, em đã chuyển cuộc trò chuyện đến cán bộ; cán bộ sẽ trả lời tại đây. Anh/chị cứ viết thêm điều cần hỏi để cán bộ nắm trước ạ.',
  individualCase:
    'Dạ, trường hợp riêng của gia đình cần cán bộ xem hồ sơ mới trả lời được. Em đã chuyển tin nhắn đến cán bộ phụ trách, cán bộ sẽ trả lời tại đây. Anh/chị có thể viết thêm tên trường, lớp và điều đang vướng; xin đừng gửi ảnh giấy tờ hay số định danh ạ.',
  rumourAlarm:
    'Dạ, em đã báo ngay cho cán bộ để kiểm tra. Trong lúc chờ, em không xác nhận và cũng không bác bỏ tin này; xin anh/chị đừng chia sẻ tiếp, đừng chuyển tiền hay cung cấp mã cho ai. Nếu nghi lừa đảo hoặc có người gặp nguy hiểm, xin gọi 113 (công an) hoặc 115 (cấp cứu) ạ.',
  rumourCheck:
    'Dạ, em chưa xác nhận được văn bản hay thông tin này. Em đã chuyển đến cán bộ kiểm tra và trả lời tại đây. Anh/chị có thể gửi ảnh hoặc đường dẫn; trong lúc chờ, xin chưa nộp khoản nào theo thông tin đó ạ.',

  // What the page cannot answer
  rumour:
    'Dạ, em không tìm thấy văn bản chính thức nào về tin này nên không xác nhận cũng không bác bỏ. Em đã ghi nhận để cán bộ biết. Anh/chị có thể chọn "Gặp cán bộ" để được trả lời ạ.',
  outOfScope:
    'Dạ, nội dung này không có trong các văn bản em được giao tra cứu nên em không trả lời được. Em hỗ trợ tra cứu quy định về giáo dục; anh/chị cần người trả lời thì chọn "Gặp cán bộ" ạ.',
  notFound:
    'Dạ, em không tìm thấy văn bản này trong kho văn bản chính thức nên không trích dẫn được. Anh/chị có thể chọn "Gặp cán bộ" để được trả lời ạ.',
  unknown:
    'Dạ, em chưa tìm thấy câu trả lời chắc chắn trong các văn bản chính thức nên không dám trả lời. Em đã ghi câu hỏi lại để cán bộ xem. Anh/chị có thể hỏi rõ hơn (cấp học, trường công hay tư, năm học), hoặc chọn "Gặp cán bộ" ạ.',
  injection:
    'Dạ, em không làm theo yêu cầu này. Em chỉ tra cứu văn bản chính thức về giáo dục; anh/chị cứ hỏi điều cần biết, hoặc chọn "Gặp cán bộ" ạ.',
  vietnameseOnly:
    'Dạ, em chỉ đọc được tiếng Việt nên chưa trả lời được. Anh/chị vui lòng viết bằng tiếng Việt, hoặc chọn "Gặp cán bộ" ạ. (Sorry, I can only read Vietnamese. Type "gặp cán bộ" to reach a member of staff.)',

  // What became of an erasure; {code} is the citizen's proof
  erased:
    'Dạ, dữ liệu của anh/chị đã được xóa khỏi hệ thống của trang. Mã xác nhận: {code}. Anh/chị giữ mã này để hỏi lại khi cần ạ.',
  erasureLater:
    'Dạ, em đã ghi nhận yêu cầu xóa dữ liệu, mã {code}. Việc anh/chị phản ánh đang được xử lý nên nội dung phải giữ đến khi cán bộ giải quyết xong; đóng phiếu là hệ thống tự xóa ạ.',
  erasureHeld:
    'Dạ, em đã ghi nhận yêu cầu xóa dữ liệu, mã {code}. Hiện chưa xóa được: tin nhắn, câu trả lời và phiếu trong cuộc trò chuyện này đang được cơ quan tạm giữ vì một việc phải giải quyết theo quy định của pháp luật. Hết thời gian tạm giữ, hệ thống tự xóa, anh/chị không phải yêu cầu lại. Muốn hỏi vì sao và đến khi nào, anh/chị gõ "gặp cán bộ" và nêu mã này ạ.',
  // Asked back
  askLevel: 'Dạ, anh/chị hỏi cho cấp học nào ạ?',
  askSchool: 'Dạ, anh/chị hỏi cho trường công lập hay trường tư thục ạ?',

  // Small talk
  greeting:
    'Dạ, em chào anh/chị! Em là trợ lý tự động của Giáo dục Ba Đình. Anh/chị có thể hỏi về tuyển sinh, học phí và các khoản thu, đánh giá học sinh, chuyển trường, chế độ hỗ trợ, quy định trong nhà trường. Cần gặp người, anh/chị gõ "gặp cán bộ" ạ.',
  identity:
    'Dạ, em là trợ lý tự động của Giáo dục Ba Đình, không phải người thật. Em tra cứu văn bản chính thức và nêu nguồn; điều em không biết, em nói là không biết. Cần gặp người, anh/chị gõ "gặp cán bộ" ạ.',
  capabilities:
    'Dạ, em là trợ lý tự động của Giáo dục Ba Đình. Em trả lời theo văn bản chính thức về: tuyển sinh, học phí và các khoản thu, đánh giá và xếp loại học sinh, chuyển trường, hỗ trợ và miễn giảm, dạy thêm học thêm, quyền và nhiệm vụ của học sinh, giáo viên, nhà trường. Việc riêng của từng gia đình do cán bộ trả lời: gõ "gặp cán bộ" ạ.',
  thanks: 'Dạ, không có gì ạ. Cần hỏi thêm điều gì, anh/chị cứ nhắn nhé!',
  goodbye: 'Dạ, em chào anh/chị. Chúc gia đình một ngày tốt lành ạ!',
  acknowledgement: 'Dạ vâng ạ. Cần hỏi thêm điều gì, anh/chị cứ nhắn nhé!',
  emoji: 'Dạ, em cảm ơn anh/chị. Anh/chị cần hỏi điều gì thì nhắn bằng lời giúp em nhé!',
  unreadable: 'Dạ, em chưa đọc được câu hỏi. Anh/chị viết lại điều cần hỏi bằng lời giúp em, hoặc chọn "Gặp cán bộ" ạ.',

  // Notices of the conversation
  disclosureOfKeeping: 'Tin nhắn được lưu để trả lời; gõ "xem dữ liệu của tôi" để xem hoặc xóa.',
  disclosure:
    'Đây là trợ lý tự động của Giáo dục Ba Đình; tin nhắn được lưu để trả lời. Gõ "gặp cán bộ" để gặp người, "xem dữ liệu của tôi" để xem hoặc xóa những gì được lưu.',
  staffClosed:
    'Cán bộ đã kết thúc phần trả lời. Từ bây giờ trợ lý tự động tiếp tục hỗ trợ; cần gặp lại cán bộ, anh/chị gõ "gặp cán bộ" ạ.',
  staffClosedResting: 'Cán bộ đã kết thúc phần trả lời. Cần hỏi thêm, anh/chị cứ nhắn vào đây, cán bộ sẽ đọc ạ.',
  cancelled:
    'Dạ vâng, em đã hủy yêu cầu gặp cán bộ theo lời anh/chị. Trợ lý tự động tiếp tục hỗ trợ; cần gặp cán bộ, anh/chị gõ "gặp cán bộ" ạ.',
  resting:
    'Dạ, trợ lý tự động đang tạm nghỉ. Tin nhắn của anh/chị đã được chuyển đến cán bộ, cán bộ sẽ đọc và trả lời tại đây. Nếu có người đang gặp nguy hiểm, xin gọi ngay 113 (công an), 115 (cấp cứu) hoặc 111 (bảo vệ trẻ em) ạ.',
  busy: 'Đây là tin nhắn tự động: hiện có rất nhiều anh/chị cùng hỏi, tin nhắn của anh/chị đã được nhận và sẽ được trả lời theo thứ tự. Nếu có người đang gặp nguy hiểm, xin gọi ngay 113 (công an), 115 (cấp cứu) hoặc 111 (bảo vệ trẻ em) ạ.',
  tooFast:
    'Đây là tin nhắn tự động: anh/chị đang gửi rất nhiều tin liền nhau nên trợ lý tạm chưa trả lời từng tin. Anh/chị vui lòng đợi khoảng một phút rồi viết câu hỏi trong một tin ạ. Nếu có người đang gặp nguy hiểm, xin gọi ngay 113 (công an), 115 (cấp cứu) hoặc 111 (bảo vệ trẻ em) ạ.',

  // The ladder of misuse; each is said once
  abuseTone:
    'Dạ, em là trợ lý tự động và muốn giúp anh/chị. Mong anh/chị viết điều cần hỏi về giáo dục trong một tin bằng lời lịch sự, em tra cứu ngay. Cần gặp người, anh/chị gõ "gặp cán bộ". Nếu có người đang gặp nguy hiểm, xin gọi ngay 113 (công an), 115 (cấp cứu) hoặc 111 (bảo vệ trẻ em) ạ.',
  abuseFirm:
    'Trợ lý tự động của trang chỉ trả lời việc về giáo dục. Trong 30 phút tới, em trả lời ngắn gọn và không đáp lại lời xúc phạm, quảng cáo hay tin gửi lặp lại. Câu hỏi về giáo dục vẫn được trả lời; cần gặp người, anh/chị gõ "gặp cán bộ". Nếu có người đang gặp nguy hiểm, xin gọi ngay 113, 115 hoặc 111 ạ.',
  abuseQuietHour:
    'Trong 1 giờ tới, trợ lý tự động không đáp lại tin chỉ có lời xúc phạm, quảng cáo hoặc gửi lặp lại. Câu hỏi về giáo dục, phản ánh và yêu cầu "gặp cán bộ" vẫn được trả lời như thường. Nếu có người đang gặp nguy hiểm, xin gọi ngay 113, 115 hoặc 111.',
  abuseQuietDay:
    'Trong 24 giờ tới, trợ lý tự động không đáp lại tin chỉ có lời xúc phạm, quảng cáo hoặc gửi lặp lại. Câu hỏi về giáo dục, phản ánh và yêu cầu "gặp cán bộ" vẫn được trả lời như thường. Nếu có người đang gặp nguy hiểm, xin gọi ngay 113, 115 hoặc 111.',
  abuseBrief: 'Dạ, anh/chị cần hỏi điều gì về giáo dục, cứ nhắn ạ.',
  attachment:
    'Dạ, em không xem được ảnh, tệp hay ghi âm; cán bộ thì xem được. Anh/chị mô tả điều cần hỏi bằng lời giúp em, hoặc chọn "Gặp cán bộ" ạ.',
  commentIntroduction: 'Dạ, em trả lời riêng bình luận của anh/chị trên trang ạ.',
  empty: 'Dạ, em chưa thấy nội dung. Anh/chị nhắn điều cần hỏi giúp em ạ.',
  sourceGone:
    'Dạ, văn bản này đã được cập nhật nên em không còn đoạn trích đó. Anh/chị hỏi lại giúp em để có nguồn mới ạ.',
} as const;

export type ReplyId = keyof typeof REPLIES;

/** The fixed reply of an id. */
export function replyText(id: ReplyId): string {
  return REPLIES[id];
}
