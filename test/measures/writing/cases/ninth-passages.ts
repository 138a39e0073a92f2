import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of further official texts, written together with the eighth suite and never tuned to: their own words, in
 * places shortened; addresses and days serve the tests.
 */
export const NINTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'học bổng khuyến khích': {
    number: '66/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết một số điều của Luật Giáo dục',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-02',
    address: 'Điều 7',
    headings: ['Điều 7. Học bổng khuyến khích học tập'],
    parts: [
      {
        address: 'Điều 7, khoản 1, điểm c',
        text: 'c) Người học đang học trong các cơ sở giáo dục nghề nghiệp, cơ sở giáo dục đại học có kết quả học tập, rèn luyện từ loại Khá trở lên, không bị kỷ luật từ mức khiển trách trở lên trong kỳ xét cấp học bổng.',
      },
      {
        address: 'Điều 7, khoản 2, điểm a',
        text: 'a) Đối với trường chuyên, trường năng khiếu: Mức học bổng cấp cho một học sinh do Hội đồng nhân dân cấp tỉnh quyết định nhưng không thấp hơn ba lần mức học phí làm căn cứ thực hiện miễn học phí đối với trường trung học phổ thông công lập tại địa phương;',
      },
      {
        address: 'Điều 7, khoản 4, điểm a',
        text: 'a) Đối với trường chuyên, trường năng khiếu, học bổng khuyến khích học tập được bố trí trong dự toán chi ngân sách địa phương để cấp cho tối thiểu 30% số học sinh chuyên của trường.',
      },
      {
        address: 'Điều 7, khoản 4, điểm b',
        text: 'b) Đối với các cơ sở giáo dục nghề nghiệp, cơ sở giáo dục đại học, học bổng khuyến khích học tập được bố trí tối thiểu bằng 8% tổng thu học phí đối với trường công lập và tối thiểu 2% nguồn thu học phí đối với trường tư thục.',
      },
      {
        address: 'Điều 7, khoản 5, điểm c',
        text: 'c) Học bổng được cấp theo từng học kỳ và cấp 09 tháng trong năm học;',
      },
      {
        address: 'Điều 7, khoản 6',
        text: 'Người học thuộc diện hưởng học bổng chính sách, trợ cấp xã hội, chính sách ưu đãi thì vẫn được xét, cấp học bổng khuyến khích học tập theo quy định tại Nghị định này.',
      },
    ],
  },
  'đặc cách tốt nghiệp': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 40–51',
    headings: ['Xét đặc cách, duyệt công nhận tốt nghiệp THPT'],
    parts: [
      {
        address: 'Điều 40, khoản 1',
        text: 'Người học được xét đặc cách tốt nghiệp THPT trong trường hợp bị tai nạn, bị ốm hoặc có việc đột xuất đặc biệt trước ngày thi không quá 10 ngày hoặc ngay trong buổi thi đầu tiên, không thể dự thi.',
      },
      {
        address: 'Điều 40, khoản 1, điểm a',
        text: 'Điều kiện: Đủ điều kiện dự thi, có kết quả rèn luyện và học tập cả năm ở lớp 12 đều được đánh giá từ mức khá trở lên;',
      },
      {
        address: 'Điều 40, khoản 4, điểm a',
        text: 'Chậm nhất 07 ngày sau buổi thi cuối cùng của kỳ thi, thí sinh phải nộp hồ sơ đặc cách cho Thủ trưởng đơn vị nơi thí sinh ĐKDT.',
      },
      {
        address: 'Điều 40, khoản 4, điểm b',
        text: 'Trong vòng 30 ngày kể từ khi kết thúc buổi thi cuối cùng của kỳ thi, Hội đồng xét công nhận tốt nghiệp THPT xem xét, quyết định đặc cách cho thí sinh.',
      },
      {
        address: 'Điều 47, khoản 2, điểm c',
        text: 'c) Giấy chứng nhận tốt nghiệp THPT tạm thời do Hiệu trưởng trường phổ thông nơi thí sinh ĐKDT ký và có giá trị đến khi được cấp Bằng tốt nghiệp THPT chính thức;',
      },
      {
        address: 'Điều 51, khoản 3',
        text: '3. Trường phổ thông lưu trữ 12 tháng đối với hồ sơ ĐKDT của thí sinh. Học bạ và các loại giấy chứng nhận (bản chính) trong hồ sơ dự thi của thí sinh được các trường phổ thông trả lại thí sinh sau khi công bố kết quả công nhận tốt nghiệp THPT.',
      },
    ],
  },
  'trường tư thục': {
    number: '48/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế tổ chức và hoạt động của trường tư thục',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-12',
    address: 'Điều 13–15',
    headings: ['Điều 13. Quyền và nhiệm vụ của học sinh', 'Điều 15. Tài chính và tài sản của trường phổ thông tư thục'],
    parts: [
      {
        address: 'Điều 13, khoản 2',
        text: '2. Quyền học tập của học sinh được bảo đảm theo quy định của pháp luật. Việc thay đổi nhà đầu tư hoặc chủ sở hữu, tổ chức lại hoặc chấm dứt hoạt động của trường phổ thông tư thục không làm ảnh hưởng đến quyền học tập của học sinh.',
      },
      {
        address: 'Điều 15, khoản 4, điểm a',
        text: 'a) Mức thu học phí, lộ trình điều chỉnh học phí và các khoản thu dịch vụ giáo dục của trường phổ thông tư thục phải được công khai theo quy định của pháp luật trước khi tuyển sinh hoặc trước khi bắt đầu năm học.',
      },
      {
        address: 'Điều 15, khoản 4, điểm b',
        text: 'b) Khuyến khích trường phổ thông tư thục công khai khung học phí dự kiến cho toàn cấp học',
      },
      {
        address: 'Điều 15, khoản 5',
        text: 'Tài chính và tài sản của trường phổ thông tư thục được quản lý, sử dụng đúng mục đích, công khai, minh bạch theo quy định của pháp luật và quy chế tổ chức, hoạt động của nhà trường.',
      },
      {
        address: 'Điều 15, khoản 6',
        text: 'Khi chấm dứt hoạt động, trường phổ thông tư thục có trách nhiệm xây dựng và thực hiện phương án xử lý tài chính, tài sản theo quy định của pháp luật; bảo đảm quyền và lợi ích hợp pháp của người học, người lao động và các bên có liên quan.',
      },
    ],
  },
  'nghỉ hưu muộn': {
    number: '93/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết và hướng dẫn thi hành Luật Nhà giáo',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-31',
    address: 'Điều 18–19',
    headings: ['Điều 18. Quy trình, thủ tục nghỉ hưu ở tuổi cao hơn'],
    parts: [
      {
        address: 'Điều 18, khoản 3',
        text: '3. Nhà giáo đáp ứng các điều kiện theo quy định gửi 01 bộ hồ sơ trực tiếp tại cơ sở giáo dục công lập hoặc trực tuyến thông qua hệ thống thông tin, cổng dịch vụ công của cơ sở giáo dục công lập (nếu có) trước thời điểm nghỉ hưu ít nhất 06 tháng.',
      },
      {
        address: 'Điều 18, khoản 3',
        text: 'Trong thời hạn 30 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cơ sở giáo dục công lập xem xét, quyết định việc nghỉ hưu ở tuổi cao hơn, thời gian được nghỉ hưu ở tuổi cao hơn đối với từng trường hợp nhà giáo.',
      },
      {
        address: 'Điều 18, khoản 3',
        text: 'Trường hợp không đồng ý kéo dài thời gian công tác, cơ sở giáo dục công lập trả lời bằng văn bản cho nhà giáo và nêu rõ lý do.',
      },
      {
        address: 'Điều 18, khoản 4',
        text: '4. Quyết định nghỉ hưu ở tuổi cao hơn đối với nhà giáo được gửi cho tổ chức, cá nhân có liên quan trước thời điểm nghỉ hưu ít nhất 03 tháng và được cập nhật vào hồ sơ điện tử của nhà giáo theo quy định.',
      },
      {
        address: 'Điều 19, khoản 2',
        text: '2. Thời gian nghỉ hưu ở tuổi cao hơn đối với nhà giáo trong ngành, lĩnh vực chuyên sâu đặc thù thuộc lĩnh vực y tế, văn hóa, nghệ thuật, thể dục, thể thao không quá 05 tuổi.',
      },
    ],
  },
  'tuyển sinh nghề': {
    number: '74/2014/QH13',
    kind: 'Luật',
    title: 'Luật Giáo dục nghề nghiệp',
    issuer: 'Quốc hội',
    issuedOn: '2014-11-27',
    address: 'Điều 32',
    headings: ['Điều 32. Tuyển sinh đào tạo'],
    parts: [
      {
        address: 'Điều 32, khoản 2, điểm a',
        text: 'a) Cơ sở hoạt động giáo dục nghề nghiệp thực hiện tuyển sinh một hoặc nhiều lần trong năm theo chỉ tiêu tuyển sinh đã xác định;',
      },
      {
        address: 'Điều 32, khoản 2, điểm b',
        text: 'b) Tuyển sinh trình độ sơ cấp được thực hiện theo hình thức xét tuyển;',
      },
      {
        address: 'Điều 32, khoản 2, điểm c',
        text: 'c) Tuyển sinh trình độ trung cấp, trình độ cao đẳng được thực hiện theo hình thức xét tuyển hoặc thi tuyển hoặc kết hợp giữa xét tuyển và thi tuyển. Căn cứ vào yêu cầu cụ thể của chuyên ngành hoặc nghề đào tạo, hiệu trưởng trường trung cấp, trường cao đẳng có thể quyết định việc sơ tuyển trước khi tiến hành xét tuyển hoặc thi tuyển.',
      },
      {
        address: 'Điều 32, khoản 3',
        text: '3. Các trường hợp được tuyển thẳng vào đào tạo ở trình độ cao đẳng bao gồm:',
      },
      {
        address: 'Điều 32, khoản 3, điểm a',
        text: 'a) Người có bằng tốt nghiệp trung học phổ thông hoặc đã học và thi đạt yêu cầu đủ khối lượng kiến thức văn hóa trung học phổ thông, có bằng tốt nghiệp trung cấp loại giỏi trở lên và đăng ký học cùng chuyên ngành hoặc nghề đào tạo;',
      },
      {
        address: 'Điều 32, khoản 3, điểm b',
        text: 'b) Người có bằng tốt nghiệp trung học phổ thông hoặc đã học và thi đạt yêu cầu đủ khối lượng kiến thức văn hóa trung học phổ thông, có bằng tốt nghiệp trung cấp loại khá, đã có ít nhất 02 năm làm việc theo chuyên ngành hoặc nghề đã được đào tạo và đăng ký học cùng chuyên ngành hoặc nghề đào tạo;',
      },
    ],
  },
  'an toàn cho trẻ': {
    number: '52/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ trường mầm non',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-12-31',
    address: 'Điều 3–28',
    headings: ['Điều 28. Nhiệm vụ của giáo viên và nhân viên'],
    parts: [
      {
        address: 'Điều 3, khoản 2',
        text: 'Tổ chức thực hiện việc nuôi dưỡng, chăm sóc, giáo dục trẻ em từ 03 tháng tuổi đến 06 tuổi theo chương trình giáo dục mầm non do Bộ trưởng Bộ Giáo dục và Đào tạo ban hành.',
      },
      {
        address: 'Điều 13',
        text: 'Tổ chuyên môn sinh hoạt định kỳ ít nhất hai tuần một lần theo nguyên tắc dân chủ, tôn trọng, chia sẻ, học tập, giúp đỡ lẫn nhau để phát triển năng lực chuyên môn.',
      },
      { address: 'Điều 28, khoản 1', text: '(1) Nhiệm vụ của giáo viên' },
      {
        address: 'Điều 28, khoản 1',
        text: '- Bảo vệ an toàn về thể chất, tinh thần và tính mạng của trẻ em trong thời gian trẻ em ở nhà trường.',
      },
      {
        address: 'Điều 28, khoản 1',
        text: '- Tuyên truyền phổ biến kiến thức khoa học nuôi dạy trẻ em cho cha mẹ của trẻ em; chủ động phối hợp với gia đình của trẻ em để thực hiện mục tiêu giáo dục trẻ em.',
      },
      { address: 'Điều 28, khoản 2', text: '(2) Nhiệm vụ của nhân viên' },
      {
        address: 'Điều 28, khoản 2',
        text: '- Bảo đảm an toàn cho trẻ em trong ăn uống và sinh hoạt tại nhà trường. Tuân thủ các quy định về vệ sinh an toàn thực phẩm trong chế biến ăn uống cho trẻ, bảo đảm không để xảy ra ngộ độc đối với trẻ em.',
      },
    ],
  },
  'khai thác dữ liệu': {
    number: '88/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định quản lý dữ liệu giáo dục và đào tạo',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-30',
    address: 'Điều 11–12',
    headings: ['Điều 12. Khai thác, sử dụng dữ liệu giáo dục và đào tạo'],
    parts: [
      {
        address: 'Điều 11, khoản 2, điểm b',
        text: 'b) Khi được cung cấp thông tin về mã số hồ sơ học tập suốt đời của người học, các cơ sở giáo dục và cơ quan quản lý giáo dục được phép tiếp cận thông tin liên quan đến hồ sơ giáo dục của người học trong phạm vi cần thiết để thực hiện chức năng, nhiệm vụ được giao và phải tuân thủ các quy định của pháp luật về bảo vệ dữ liệu cá nhân.',
      },
      {
        address: 'Điều 12, khoản 2, điểm b',
        text: 'b) Cơ sở giáo dục được khai thác, sử dụng dữ liệu giáo dục và đào tạo chứa thông tin về người học, nhà giáo thuộc phạm vi và đúng mục đích quản lý của đơn vị;',
      },
      {
        address: 'Điều 12, khoản 2, điểm c',
        text: 'c) Cá nhân là chủ thể dữ liệu được khai thác và sử dụng dữ liệu giáo dục và đào tạo chứa thông tin về cá nhân đó theo quy định của pháp luật;',
      },
      {
        address: 'Điều 12, khoản 2, điểm d',
        text: 'd) Tổ chức và cá nhân không thuộc quy định tại điểm a, điểm b và điểm c khoản này được khai thác và sử dụng dữ liệu giáo dục và đào tạo như sau: Được khai thác và sử dụng dữ liệu mở về giáo dục và đào tạo; được khai thác và sử dụng dữ liệu cá nhân khi được sự đồng ý của đơn vị quản lý, duy trì dữ liệu và cá nhân là chủ thể dữ liệu được khai thác;',
      },
      {
        address: 'Điều 13, khoản 2',
        text: 'Trước khi đưa vào vận hành, sử dụng chính thức, hệ thống phải được thẩm định an ninh mạng, đánh giá, chứng nhận đủ điều kiện an ninh mạng bởi lực lượng chuyên trách bảo vệ an ninh mạng của Bộ Công an.',
      },
    ],
  },
  'quyền của học sinh': {
    number: '32/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-09-15',
    address: 'Điều 22–35',
    headings: ['Điều 22. Đánh giá kết quả học tập của học sinh', 'Điều 35. Quyền của học sinh'],
    parts: [
      {
        address: 'Điều 22, khoản 2',
        text: 'Việc kiểm tra, đánh giá học sinh được thực hiện theo quy định của chương trình giáo dục phổ thông do Bộ trưởng Bộ Giáo dục và Đào tạo ban hành; không so sánh học sinh này với học sinh khác và không gây áp lực cho học sinh, giáo viên và cha mẹ học sinh.',
      },
      {
        address: 'Điều 22, khoản 5',
        text: 'Học sinh học hết chương trình trung học phổ thông, đủ điều kiện dự thi theo quy định của Bộ Giáo dục và Đào tạo nhưng không dự thi tốt nghiệp hoặc thi tốt nghiệp không đạt yêu cầu thì được hiệu trưởng cấp giấy chứng nhận hoàn thành chương trình giáo dục phổ thông.',
      },
      { address: 'Điều 34', text: 'Nhiệm vụ của học sinh' },
      {
        address: 'Điều 34, khoản 5',
        text: '(5) Giữ gìn, bảo vệ tài sản của nhà trường, nơi công cộng; góp phần xây dựng, bảo vệ và phát huy truyền thống của nhà trường.',
      },
      { address: 'Điều 35', text: 'Quyền của học sinh' },
      {
        address: 'Điều 35, khoản 2',
        text: '(2) Được tôn trọng và bảo vệ, được đối xử bình đẳng, dân chủ, được quyền khiếu nại với nhà trường và các cấp quản lý giáo dục về những quyết định đối với bản thân mình; được quyền chuyển trường khi có lý do chính đáng theo quy định hiện hành;',
      },
      {
        address: 'Điều 35, khoản 3',
        text: '(3) Được tham gia các hoạt động nhằm phát triển năng khiếu về các môn học, thể thao, nghệ thuật do nhà trường tổ chức nếu có đủ điều kiện.',
      },
      {
        address: 'Điều 35, khoản 4',
        text: '(4) Được nhận học bổng hoặc trợ cấp khác theo quy định đối với những học sinh được hưởng chính sách xã hội, những học sinh có khó khăn về đời sống và những học sinh có năng lực đặc biệt.',
      },
    ],
  },
};
