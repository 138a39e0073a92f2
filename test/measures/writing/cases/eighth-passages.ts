import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to the seven suites before: their own
 * words, in places shortened; addresses and days serve the tests.
 */
export const EIGHTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'thỏa thuận thu': {
    number: '60/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title:
      'Quy định danh mục các khoản thu và mức thu, cơ chế quản lý thu, chi đối với các dịch vụ phục vụ, hỗ trợ hoạt động giáo dục',
    issuer: 'Hội đồng nhân dân thành phố Hà Nội',
    issuedOn: '2025-11-27',
    address: 'Điều 2',
    headings: ['Điều 2. Danh mục các khoản thu và mức thu, cơ chế quản lý thu, chi'],
    parts: [
      {
        address: 'Điều 2, khoản 2, điểm b',
        text: 'Căn cứ mức trần tại Nghị quyết, các cơ sở giáo dục xây dựng dự toán chi phí để xác định mức thu cụ thể, được thỏa thuận bằng văn bản với cha mẹ học sinh trên tinh thần tự nguyện, có sự thống nhất của Ban giám hiệu nhà trường, Ban Giám đốc trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên và cơ quan quản lý cấp trên (Ủy ban nhân dân các phường, xã hoặc Sở Giáo dục và Đào tạo theo phân cấp quản lý) trước khi ban hành, bảo đảm không vượt mức trần quy định.',
      },
      {
        address: 'Điều 2, khoản 2, điểm b',
        text: 'Các cơ sở giáo dục có trách nhiệm tổ chức thu các khoản dịch vụ phục vụ, hỗ trợ hoạt động giáo dục, đào tạo để quản lý, sử dụng theo quy định; trả chứng từ thu tiền cho người học theo chế độ quy định; có chế độ miễn, giảm phù hợp đối với học sinh thuộc diện chính sách hoặc có hoàn cảnh khó khăn.',
      },
      {
        address: 'Điều 2, khoản 2, điểm b',
        text: 'Trường hợp học trực tuyến, các cơ sở giáo dục không triển khai thực hiện các khoản thu theo quy định tại Nghị quyết này.',
      },
      {
        address: 'Phụ lục, mục 4',
        text: '4 Dịch vụ đưa đón người học Đồng/học sinh/km 10.000 Đưa đón bằng xe ô tô',
        alone: 'Dịch vụ đưa đón người học – mức trần 10.000 đồng/học sinh/km – Đưa đón bằng xe ô tô',
      },
      {
        address: 'Phụ lục, mục 5.1',
        text: '5.1 Dịch vụ nước uống học sinh Đồng/học sinh/tháng 16.000',
        alone: 'Dịch vụ nước uống học sinh – mức trần 16.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục 5.2',
        text: '5.2 Dịch vụ tiền ở của học sinh nội trú tại một số trường có khu nội trú (không bao gồm Trường Phổ thông dân tộc Nội trú) Đồng/học sinh/tháng 400.000',
        alone:
          'Dịch vụ tiền ở của học sinh nội trú tại một số trường có khu nội trú (không bao gồm Trường Phổ thông dân tộc Nội trú) – mức trần 400.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, ghi chú',
        text: 'Đối với các dịch vụ phục vụ, hỗ trợ hoạt động giáo dục, đào tạo nêu trên khi ngân sách nhà nước đảm bảo thì sẽ không thu từ người học.',
      },
    ],
  },
  'giảm giá vé': {
    number: '66/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết một số điều của Luật Giáo dục',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-02',
    address: 'Điều 11',
    headings: ['Điều 11. Miễn, giảm giá vé dịch vụ công cộng cho học sinh, sinh viên'],
    parts: [
      {
        address: 'Điều 11, khoản 1, điểm a',
        text: 'a) Học sinh, sinh viên được giảm giá vé các phương tiện giao thông như tàu hỏa, xe ô tô buýt, tàu điện, phà;',
      },
      {
        address: 'Điều 11, khoản 1, điểm b',
        text: 'b) Đơn vị tham gia vận tải công cộng phát hành vé giảm giá cho học sinh, sinh viên khi học sinh, sinh viên xuất trình thẻ học sinh, sinh viên.',
      },
      {
        address: 'Điều 11, khoản 2, điểm a',
        text: 'a) Học sinh, sinh viên được giảm giá vé dịch vụ khi trực tiếp sử dụng các dịch vụ gồm: Bảo tàng, di tích lịch sử, triển lãm;',
      },
      {
        address: 'Điều 11, khoản 3',
        text: '3. Căn cứ điều kiện cụ thể, Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định mức miễn, giảm giá vé dịch vụ công cộng cho học sinh, sinh viên thuộc thẩm quyền quản lý.',
      },
      {
        address: 'Điều 11, khoản 4',
        text: '4. Học sinh, sinh viên là người khuyết tật được miễn, giảm giá vé dịch vụ công cộng về giao thông, giải trí, tham quan viện bảo tàng, di tích lịch sử, công trình văn hóa theo quy định tại Nghị định của Chính phủ hướng dẫn Luật Người khuyết tật.',
      },
      {
        address: 'Điều 11, khoản 4',
        text: 'Học sinh, sinh viên là đối tượng chính sách xã hội được miễn, giảm giá vé tàu theo quy định của pháp luật.',
      },
    ],
  },
  'trong phòng thi': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 21',
    headings: ['Điều 21. Trách nhiệm của thí sinh'],
    parts: [
      {
        address: 'Điều 21, khoản 1',
        text: 'Thí sinh có trách nhiệm bảo mật thông tin tài khoản, mật khẩu được cấp để đăng nhập vào Hệ thống Quản lý thi. Trong trường hợp thí sinh quên tài khoản và mật khẩu thì liên hệ với nơi ĐKDT để được hỗ trợ.',
      },
      {
        address: 'Điều 21, khoản 2',
        text: '- Trường hợp bị mất Thẻ Căn Cước/CCCD/Hộ chiếu hoặc các giấy tờ cần thiết khác, phải báo cáo ngay cho Trưởng Điểm thi để xem xét, xử lý.',
      },
      {
        address: 'Điều 21, khoản 5, điểm a',
        text: 'Phải làm bài thi trên Phiếu TLTN được in sẵn theo quy định của Bộ GDĐT; chỉ được tô bằng bút chì đen các ô số báo danh, ô mã đề thi và ô trả lời; trong trường hợp tô nhầm hoặc muốn thay đổi câu trả lời, phải tẩy sạch chì ở ô cũ, rồi tô ô mà mình lựa chọn;',
      },
      {
        address: 'Điều 21, khoản 5, điểm d',
        text: 'Không được nộp bài thi trước khi hết giờ làm bài; khi hết giờ làm bài, phải nộp Phiếu TLTN cho Giám thị và ký tên vào hai Phiếu thu bài thi;',
      },
      {
        address: 'Điều 21, khoản 5, điểm đ',
        text: 'Chỉ được rời khỏi phòng thi sau khi Giám thị đã kiểm đủ số Phiếu TLTN của cả phòng thi và cho phép rời khỏi phòng thi;',
      },
      {
        address: 'Điều 21, khoản 5, điểm g',
        text: 'Thí sinh chỉ dự thi môn thi thứ hai trong bài thi tự chọn phải có mặt tại nơi gọi thí sinh vào phòng thi trước giờ phát đề thi ít nhất 10 phút để làm công tác chuẩn bị.',
      },
    ],
  },
  'kế hoạch lớp 10': {
    number: '30/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế tuyển sinh trung học cơ sở và trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-30',
    address: 'Điều 10–13',
    headings: ['Quy chế tuyển sinh trung học phổ thông'],
    parts: [
      {
        address: 'Điều 10',
        text: 'Việc đăng kí tuyển sinh trung học phổ thông được thực hiện bằng hình thức trực tuyến. Trường hợp chưa đủ điều kiện thực hiện đăng kí tuyển sinh bằng hình thức trực tuyến thì thực hiện bằng hình thức trực tiếp hoặc qua đường bưu điện.',
      },
      {
        address: 'Điều 11, khoản 1',
        text: 'Trong năm tổ chức tuyển sinh, mỗi trường trung học phổ thông thành lập 01 (một) Hội đồng tuyển sinh trung học phổ thông do Giám đốc Sở Giáo dục và Đào tạo quyết định thành lập, thành phần gồm: Chủ tịch là Hiệu trưởng hoặc Phó hiệu trưởng; Phó chủ tịch là Phó hiệu trưởng hoặc Tổ trưởng chuyên môn; thư kí và ủy viên là giáo viên, nhân viên của nhà trường.',
      },
      {
        address: 'Điều 12, khoản 1',
        text: 'Kế hoạch tuyển sinh trung học phổ thông bao gồm các nội dung cơ bản sau: đối tượng tuyển sinh; chỉ tiêu và địa bàn tuyển sinh; phương thức tuyển sinh; chế độ tuyển thẳng, ưu tiên, khuyến khích; thời gian xét tuyển và công bố kết quả tuyển sinh. Kế hoạch tuyển sinh trung học phổ thông được công bố trước ngày 31 tháng 3 hằng năm.',
      },
      {
        address: 'Điều 13, khoản 3',
        text: 'Số lượng thí sinh trong mỗi phòng thi không quá 24 (hai mươi bốn) thí sinh, mỗi phòng thi bố trí 02 (hai) giám thị coi thi.',
      },
      {
        address: 'Điều 13, khoản 5, điểm b',
        text: 'Giám khảo của Hội đồng phúc khảo bài thi không trùng với giám khảo của Hội đồng chấm thi.',
      },
      {
        address: 'Điều 13, khoản 6',
        text: 'Việc công bố điểm chuẩn được thực hiện đồng thời với công bố điểm thi.',
      },
    ],
  },
  'nghỉ hè nhà giáo': {
    number: '93/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết và hướng dẫn thi hành Luật Nhà giáo',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-31',
    address: 'Điều 17',
    headings: ['Điều 17. Thời gian nghỉ hè của nhà giáo'],
    parts: [
      {
        address: 'Điều 17, khoản 1, điểm a',
        text: 'a) Thời gian nghỉ hè hằng năm của nhà giáo trong các cơ sở giáo dục mầm non, cơ sở giáo dục phổ thông, trường chuyên biệt là 08 tuần, bao gồm cả nghỉ phép hằng năm;',
      },
      {
        address: 'Điều 17, khoản 1, điểm b',
        text: 'b) Thời gian nghỉ hè hằng năm của nhà giáo trong các cơ sở giáo dục thường xuyên tối thiểu là 04 tuần, tối đa là 08 tuần, bao gồm cả nghỉ phép hằng năm;',
      },
      {
        address: 'Điều 17, khoản 1, điểm d',
        text: 'd) Thời gian nghỉ hè hằng năm của nhà giáo giảng dạy chương trình giáo dục trung học nghề, giảng dạy trình độ trung cấp và giảng dạy trình độ cao đẳng là 06 tuần; của nhà giáo giảng dạy trình độ sơ cấp là 04 tuần, bao gồm cả nghỉ phép hằng năm;',
      },
      {
        address: 'Điều 17, khoản 1, điểm g',
        text: 'g) Trong thời gian nghỉ hè, nhà giáo được hưởng nguyên lương và phụ cấp theo quy định.',
      },
      {
        address: 'Điều 17, khoản 2',
        text: '2. Ngoài thời gian nghỉ hè theo quy định tại khoản 1 Điều này, nhà giáo được nghỉ lễ, tết và các ngày nghỉ khác theo quy định của Bộ luật Lao động.',
      },
      {
        address: 'Điều 17, khoản 3',
        text: '3. Căn cứ kế hoạch thời gian năm học do Bộ Giáo dục và Đào tạo ban hành và điều kiện cụ thể của địa phương, Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định thời điểm nghỉ hè của nhà giáo trong cơ sở giáo dục mầm non, cơ sở giáo dục phổ thông, cơ sở giáo dục thường xuyên, trường chuyên biệt trên địa bàn.',
      },
    ],
  },
  'thời gian học nghề': {
    number: '74/2014/QH13',
    kind: 'Luật',
    title: 'Luật Giáo dục nghề nghiệp',
    issuer: 'Quốc hội',
    issuedOn: '2014-11-27',
    address: 'Điều 33',
    headings: ['Điều 33. Thời gian đào tạo'],
    parts: [
      {
        address: 'Điều 33, khoản 1',
        text: '1. Thời gian đào tạo trình độ sơ cấp được thực hiện từ 03 tháng đến dưới 01 năm học nhưng phải bảo đảm thời gian thực học tối thiểu là 300 giờ học đối với người có trình độ học vấn phù hợp với nghề cần học.',
      },
      {
        address: 'Điều 33, khoản 2',
        text: '2. Thời gian đào tạo trình độ trung cấp theo niên chế đối với người có bằng tốt nghiệp trung học cơ sở trở lên là từ 01 đến 02 năm học tùy theo chuyên ngành hoặc nghề đào tạo.',
      },
      {
        address: 'Điều 33, khoản 2',
        text: 'Người có bằng tốt nghiệp trung học cơ sở, nếu có nguyện vọng tiếp tục học lên trình độ cao đẳng thì phải học và thi đạt yêu cầu đủ khối lượng văn hóa trung học phổ thông.',
      },
      {
        address: 'Điều 33, khoản 3',
        text: '3. Thời gian đào tạo trình độ cao đẳng theo niên chế được thực hiện từ 02 đến 03 năm học tùy theo chuyên ngành hoặc nghề đào tạo đối với người có bằng tốt nghiệp trung học phổ thông;',
      },
      {
        address: 'Điều 33, khoản 4',
        text: '4. Bộ trưởng Bộ Giáo dục và Đào tạo quy định về khối lượng kiến thức văn hóa trung học phổ thông mà người học phải tích lũy để học trình độ cao đẳng.',
      },
    ],
  },
  'hồ sơ suốt đời': {
    number: '88/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định quản lý dữ liệu giáo dục và đào tạo',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-30',
    address: 'Điều 8–12',
    headings: ['Dữ liệu hồ sơ học tập suốt đời'],
    parts: [
      {
        address: 'Điều 8, khoản 3',
        text: '3. Dữ liệu hồ sơ học tập suốt đời phải được thu nhận và lưu giữ trên Cơ sở dữ liệu quốc gia về giáo dục và đào tạo để phục vụ chia sẻ, khai thác, sử dụng. Thời hạn lưu trữ dữ liệu hồ sơ học tập suốt đời của người học là vĩnh viễn.',
      },
      {
        address: 'Điều 9, khoản 1',
        text: '1. Người học tham gia trong hệ thống giáo dục quốc dân được cấp một mã số hồ sơ học tập suốt đời duy nhất theo số định danh cá nhân. Trước khi cấp mã số hồ sơ học tập suốt đời, các thông tin cơ bản của cá nhân phải được kiểm tra, đối chiếu với Cơ sở dữ liệu quốc gia về dân cư.',
      },
      {
        address: 'Điều 9, khoản 2',
        text: 'Thông tin về mã số hồ sơ học tập suốt đời và các dữ liệu liên quan được quản lý theo các quy định của pháp luật về bảo vệ dữ liệu cá nhân.',
      },
      {
        address: 'Điều 12, khoản 3, điểm b',
        text: 'b) Dữ liệu hồ sơ học tập suốt đời sau khi được tiếp nhận, lưu trữ hợp lệ trên Cơ sở dữ liệu quốc gia về giáo dục và đào tạo sẽ được chia sẻ, liên thông tích hợp tự động trên ứng dụng định danh quốc gia VNeID;',
      },
      {
        address: 'Điều 12, khoản 3, điểm c',
        text: 'c) Các cá nhân có quyền khai thác dữ liệu hồ sơ học tập suốt đời của bản thân đã được tích hợp trên ứng dụng định danh quốc gia để sử dụng tương đương cho các loại văn bản giấy liên quan.',
      },
      {
        address: 'Điều 23',
        text: 'Nghị định này có hiệu lực thi hành từ ngày 15 tháng 5 năm 2026.',
      },
    ],
  },
  'điều cấm và quyền': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 22–83',
    headings: ['Luật Giáo dục'],
    parts: [
      {
        address: 'Điều 22',
        text: 'Điều 22. Các hành vi bị nghiêm cấm trong cơ sở giáo dục',
      },
      {
        address: 'Điều 22, khoản 1',
        text: '1. Xúc phạm nhân phẩm, danh dự, xâm phạm thân thể nhà giáo, cán bộ, người lao động của cơ sở giáo dục và người học.',
      },
      { address: 'Điều 22, khoản 3', text: '3. Gian lận trong học tập, kiểm tra, thi, tuyển sinh.' },
      { address: 'Điều 22, khoản 4', text: '4. Hút thuốc; uống rượu, bia; gây rối an ninh, trật tự.' },
      { address: 'Điều 22, khoản 5', text: '5. Ép buộc học sinh học thêm để thu tiền.' },
      {
        address: 'Điều 22, khoản 6',
        text: '6. Lợi dụng việc tài trợ, ủng hộ giáo dục để ép buộc đóng góp tiền hoặc hiện vật.',
      },
      {
        address: 'Điều 81, khoản 1',
        text: '1. Trẻ em tại cơ sở giáo dục mầm non có các quyền sau đây:',
      },
      {
        address: 'Điều 81, khoản 1, điểm a',
        text: 'a) Được chăm sóc, nuôi dưỡng, giáo dục theo chương trình giáo dục mầm non do Bộ trưởng Bộ Giáo dục và Đào tạo ban hành; được chăm sóc sức khỏe và bảo vệ theo quy định của Luật Trẻ em và quy định khác của pháp luật có liên quan;',
      },
      { address: 'Điều 83', text: 'Điều 83. Quyền của người học' },
      {
        address: 'Điều 83, khoản 2',
        text: '2. Được tôn trọng; bình đẳng về cơ hội giáo dục và học tập; được phát triển tài năng, năng khiếu, sáng tạo, phát minh; được cung cấp đầy đủ thông tin về việc học tập, rèn luyện của mình.',
      },
      {
        address: 'Điều 83, khoản 7',
        text: '7. Được sử dụng cơ sở vật chất, thư viện, trang thiết bị, phương tiện phục vụ các hoạt động học tập, văn hóa, thể dục, thể thao của cơ sở giáo dục.',
      },
    ],
  },
};
