import type { QuotedPassage } from '../quoted-passages.ts';

/** More passages of the eleventh suite: their own words, in places shortened; addresses and days serve the tests. */
export const ELEVENTH_FURTHER_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'chuyển đổi mầm non tư thục': {
    number: '66/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết một số điều của Luật Giáo dục',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-02',
    address: 'Điều 3',
    headings: [
      'Điều 3. Chuyển đổi nhà trẻ, trường mẫu giáo, trường mầm non tư thục sang nhà trẻ, trường mẫu giáo, trường mầm non tư thục hoạt động không vì lợi nhuận',
    ],
    parts: [
      { address: 'Điều 3, khoản 1', text: '1. Hồ sơ chuyển đổi bao gồm:' },
      {
        address: 'Điều 3, khoản 1, điểm b',
        text: 'b) Văn bản cam kết của các nhà đầu tư đại diện ít nhất 75% tổng số vốn góp đối với nhà trẻ, trường mẫu giáo, trường mầm non tư thục chuyển sang nhà trẻ, trường mẫu giáo, trường mầm non tư thục hoạt động không vì lợi nhuận, bảo đảm thực hiện hoạt động không vì lợi nhuận, không rút vốn, không hưởng lợi tức;',
      },
      {
        address: 'Điều 3, khoản 1, điểm e',
        text: 'e) Trường hợp hồ sơ có tài liệu bằng tiếng nước ngoài thì phải được dịch ra tiếng Việt; bản dịch phải được chứng thực theo quy định của pháp luật.',
      },
      {
        address: 'Điều 3, khoản 2, điểm a',
        text: 'a) Đối với nhà trẻ, trường mẫu giáo, trường mầm non tư thục do nhà đầu tư trong nước và nhà đầu tư nước ngoài đề nghị thành lập nộp 01 bộ hồ sơ đến Ủy ban nhân dân cấp xã; đối với nhà trẻ, trường mẫu giáo, trường mầm non tư thục do cơ quan đại diện ngoại giao nước ngoài, tổ chức quốc tế liên chính phủ đề nghị thành lập nộp 01 bộ hồ sơ đến Sở Giáo dục và Đào tạo.',
      },
      {
        address: 'Điều 3, khoản 2, điểm b',
        text: 'b) Trong thời hạn 13 ngày làm việc tính từ ngày nhận đủ hồ sơ hợp lệ theo quy định tại khoản 1 Điều này, Ủy ban nhân dân cấp xã hoặc Sở Giáo dục và Đào tạo theo thẩm quyền tổ chức lấy ý kiến các cơ quan, đơn vị có liên quan và thẩm định hồ sơ trình Chủ tịch Ủy ban nhân dân cấp xã hoặc Giám đốc Sở Giáo dục và Đào tạo theo thẩm quyền quyết định chuyển đổi.',
      },
      {
        address: 'Điều 3, khoản 2, điểm c',
        text: 'c) Trường hợp hồ sơ không bảo đảm theo quy định, trong thời hạn 03 ngày làm việc tính từ ngày nhận hồ sơ, Ủy ban nhân dân cấp xã, Sở Giáo dục và Đào tạo theo thẩm quyền gửi văn bản thông báo cho nhà trẻ, trường mẫu giáo, trường mầm non tư thục và nêu rõ lý do.',
      },
    ],
  },
  'kinh phí trường nội trú': {
    number: '188/2026/NĐ-CP',
    kind: 'Nghị định',
    title:
      'Quy định chính sách cho học sinh trường phổ thông nội trú và trường phổ thông nội trú tại các xã biên giới đất liền',
    issuer: 'Chính phủ',
    issuedOn: '2026-05-27',
    address: 'Điều 1–10',
    headings: ['Điều 4. Mức hưởng chính sách đối với trường phổ thông nội trú'],
    parts: [
      {
        address: 'Điều 1, khoản 3',
        text: '3. Học sinh nước láng giềng học tại trường phổ thông nội trú hưởng chính sách theo các thỏa thuận hợp tác song phương và theo quy định của pháp luật.',
      },
      {
        address: 'Điều 4, khoản 2',
        text: '2. Trường phổ thông nội trú được cấp kinh phí để vận hành, bảo trì công trình, máy móc, thiết bị duy trì hoạt động thường xuyên bảo đảm ổn định, lâu dài với mức 100.000 đồng/1 học sinh/tháng và được hưởng không quá 9 tháng/năm học.',
      },
      {
        address: 'Điều 4, khoản 3, điểm b',
        text: 'b) Kinh phí để tổ chức hoạt động giáo dục đặc thù, văn hóa, nghệ thuật, thể dục thể thao và mua sắm, bổ sung dụng cụ, thiết bị phục vụ cho các hoạt động của học sinh với mức hỗ trợ là 540.000 đồng/học sinh/năm học;',
      },
      {
        address: 'Điều 4, khoản 3',
        text: 'Tiền điện, nước phục vụ học tập và sinh hoạt, kinh phí phục vụ nấu ăn, kinh phí thực hiện quản lý học sinh ngoài giờ lên lớp đối với học sinh bán trú buổi trưa được cấp bằng 50% định mức hỗ trợ cùng loại đối với học sinh nội trú;',
      },
      {
        address: 'Điều 4, khoản 3',
        text: 'Trong trường hợp mất điện, mất nước do điều kiện khách quan thì nhà trường được sử dụng kinh phí để mua thiết bị thắp sáng và mua nước sạch, thiết bị dẫn, chứa nước sạch cho học sinh;',
      },
      {
        address: 'Điều 10, khoản 1',
        text: '1. Nghị định này có hiệu lực thi hành từ ngày 15 tháng 7 năm 2026.',
      },
    ],
  },
  'hòa nhập và cử tuyển': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 11–87',
    headings: [
      'Điều 15. Giáo dục hòa nhập',
      'Điều 63. Trường, lớp dành cho người khuyết tật',
      'Điều 87. Chế độ cử tuyển',
    ],
    parts: [
      {
        address: 'Điều 11, khoản 2',
        text: '2. Nhà nước khuyến khích, tạo điều kiện để người dân tộc thiểu số được học tiếng nói, chữ viết của dân tộc mình theo quy định của Chính phủ; người khuyết tật nghe, nói được học bằng ngôn ngữ ký hiệu, người khuyết tật nhìn được học bằng chữ nổi Braille theo quy định của Luật Người khuyết tật.',
      },
      {
        address: 'Điều 15, khoản 1',
        text: '1. Giáo dục hòa nhập là phương thức giáo dục nhằm đáp ứng nhu cầu và khả năng khác nhau của người học; bảo đảm quyền học tập bình đẳng, chất lượng giáo dục, phù hợp với nhu cầu, đặc điểm và khả năng của người học; tôn trọng sự đa dạng, khác biệt của người học và không phân biệt đối xử.',
      },
      {
        address: 'Điều 63, khoản 1',
        text: '1. Nhà nước thành lập và khuyến khích tổ chức, cá nhân thành lập trường, lớp dành cho người khuyết tật nhằm giúp người khuyết tật được phục hồi chức năng, học văn hóa, học nghề và hòa nhập cộng đồng.',
      },
      {
        address: 'Điều 87, khoản 2',
        text: '2. Ủy ban nhân dân cấp tỉnh căn cứ vào nhu cầu của địa phương đề xuất, phân bổ chỉ tiêu cử tuyển; cử người đi học theo tiêu chuẩn, chỉ tiêu được duyệt; xét tuyển và bố trí việc làm cho người học sau khi tốt nghiệp.',
      },
      {
        address: 'Điều 87, khoản 3',
        text: '3. Người học theo chế độ cử tuyển có trách nhiệm trở về làm việc tại địa phương nơi cử đi học; được xét tuyển và bố trí việc làm.',
      },
    ],
  },
  'đình chỉ nhà trường': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 50–91',
    headings: [
      'Điều 50. Đình chỉ hoạt động giáo dục',
      'Điều 89. Trách nhiệm của nhà trường',
      'Điều 91. Trách nhiệm của cha mẹ hoặc người giám hộ của học sinh',
    ],
    parts: [
      {
        address: 'Điều 50, khoản 1',
        text: '1. Nhà trường bị đình chỉ hoạt động giáo dục trong trường hợp sau đây:',
      },
      {
        address: 'Điều 50, khoản 1, điểm a',
        text: 'a) Có hành vi gian lận để được cho phép hoạt động giáo dục;',
      },
      {
        address: 'Điều 50, khoản 1, điểm d',
        text: 'd) Không triển khai hoạt động giáo dục trong thời hạn quy định kể từ ngày được phép hoạt động giáo dục;',
      },
      {
        address: 'Điều 50, khoản 2',
        text: '2. Quyết định đình chỉ hoạt động giáo dục đối với nhà trường phải xác định rõ lý do đình chỉ, thời hạn đình chỉ, biện pháp bảo đảm quyền, lợi ích của nhà giáo, cán bộ quản lý giáo dục, người học, người lao động trong nhà trường và phải công bố công khai trên phương tiện thông tin đại chúng.',
      },
      {
        address: 'Điều 50, khoản 3',
        text: '3. Trong thời hạn bị đình chỉ, nếu nguyên nhân dẫn đến việc đình chỉ được khắc phục thì người có thẩm quyền quyết định đình chỉ ra quyết định cho phép nhà trường hoạt động giáo dục trở lại.',
      },
      {
        address: 'Điều 89, khoản 1',
        text: '1. Nhà trường có trách nhiệm thực hiện kế hoạch phổ cập giáo dục, quy tắc ứng xử; chủ động phối hợp với gia đình và xã hội để tổ chức hoặc tham gia các hoạt động giáo dục theo kế hoạch của nhà trường, bảo đảm an toàn cho người dạy và người học; thông báo về kết quả học tập, rèn luyện của học sinh cho cha mẹ hoặc người giám hộ.',
      },
      {
        address: 'Điều 91, khoản 2',
        text: '2. Tham gia hoạt động giáo dục theo kế hoạch của nhà trường; tham gia hoạt động của ban đại diện cha mẹ học sinh trong nhà trường.',
      },
      {
        address: 'Điều 91, khoản 3',
        text: '3. Phối hợp với nhà trường, cơ quan quản lý giáo dục giải quyết các vấn đề có liên quan đến việc giáo dục con hoặc người được giám hộ theo quy định.',
      },
    ],
  },
  'nhiệm vụ học sinh tiểu học': {
    number: '28/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ trường tiểu học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-09-04',
    address: 'Điều 34',
    headings: ['Điều 34. Nhiệm vụ của học sinh'],
    parts: [
      {
        address: 'Điều 34, ý 2',
        text: '- Thực hiện đầy đủ và hiệu quả nhiệm vụ học tập; biết cách tự học dưới sự hướng dẫn của giáo viên; chủ động, tích cực tham gia các hoạt động trải nghiệm, vận dụng kiến thức đã học vào thực tiễn cuộc sống; rèn luyện thân thể, giữ gìn vệ sinh cá nhân.',
      },
      {
        address: 'Điều 34, ý 3',
        text: '- Hiếu thảo với cha mẹ, ông bà; kính trọng, lễ phép với thầy giáo, cô giáo và người lớn tuổi; đoàn kết, thương yêu, giúp đỡ bạn bè, em nhỏ, người già, người khuyết tật và người có hoàn cảnh khó khăn.',
      },
      {
        address: 'Điều 34, ý 4',
        text: '- Chấp hành nội quy, bảo vệ tài sản nhà trường và nơi công cộng; chấp hành trật tự an toàn giao thông; giữ gìn vệ sinh và bảo vệ môi trường.',
      },
    ],
  },
  'học phí trường nghề': {
    number: '74/2014/QH13',
    kind: 'Luật',
    title: 'Luật Giáo dục nghề nghiệp',
    issuer: 'Quốc hội',
    issuedOn: '2014-11-27',
    address: 'Điều 9–29',
    headings: ['Điều 9. Liên thông trong đào tạo', 'Điều 29. Học phí'],
    parts: [
      {
        address: 'Điều 9, khoản 1',
        text: '1. Liên thông trong đào tạo được thực hiện căn cứ vào chương trình đào tạo; người học khi chuyển từ trình độ đào tạo thấp lên trình độ đào tạo cao hơn cùng ngành, nghề hoặc khi chuyển sang học ngành, nghề khác thì không phải học lại những nội dung đã học.',
      },
      {
        address: 'Điều 9, khoản 2',
        text: '2. Hiệu trưởng trường trung cấp, trường cao đẳng căn cứ vào chương trình đào tạo quyết định mô-đun, tín chỉ, môn học hoặc nội dung mà người học không phải học lại.',
      },
      {
        address: 'Điều 29, khoản 1',
        text: '1. Học phí là khoản tiền mà người học phải nộp cho cơ sở giáo dục nghề nghiệp để bù đắp chi phí đào tạo và chi phí tuyển sinh.',
      },
      {
        address: 'Điều 29, khoản 3',
        text: 'Các cơ sở giáo dục nghề nghiệp công lập khác xây dựng và quyết định mức thu học phí theo từng chuyên ngành hoặc từng nghề căn cứ vào nội dung, phương pháp xây dựng mức học phí và khung học phí do Chính phủ quy định.',
      },
      {
        address: 'Điều 29, khoản 4',
        text: '4. Cơ sở giáo dục nghề nghiệp tư thục, cơ sở giáo dục nghề nghiệp có vốn đầu tư nước ngoài được chủ động xây dựng và quyết định mức thu học phí.',
      },
      {
        address: 'Điều 29, khoản 5',
        text: '5. Mức thu học phí phải được công bố công khai cùng thời điểm với thông báo tuyển sinh.',
      },
      {
        address: 'Điều 29, khoản 6',
        text: '6. Cơ sở giáo dục nghề nghiệp thực hiện chương trình đào tạo chất lượng cao được thu học phí tương xứng với chất lượng đào tạo.',
      },
    ],
  },
  'nộp hồ sơ chuyển trường': {
    number: '3771/QĐ-UBND',
    kind: 'Quyết định',
    title:
      'Ban hành danh mục thủ tục hành chính lĩnh vực giáo dục và đào tạo thực hiện không phụ thuộc vào địa giới hành chính trên địa bàn tỉnh Nghệ An',
    issuer: 'Ủy ban nhân dân tỉnh Nghệ An',
    issuedOn: '2025-11-19',
    address: 'Danh mục',
    headings: ['TT | Mã hồ sơ TTHC | Tên thủ tục hành chính | Cách thức, địa điểm thực hiện'],
    parts: [
      {
        address: 'Danh mục, bảng, mục B.III.6',
        text: '6 2.002481 – Chuyển trường đối với học sinh trung học cơ sở – - Nộp hồ sơ trực tiếp hoặc qua dịch vụ bưu chính công ích đến Trung tâm Phục vụ Hành chính công tỉnh Nghệ An (số 16, đường Trường Thi, phường Trường Vinh, tỉnh Nghệ An); - Nộp hồ sơ trực tiếp hoặc qua đường bưu chính công ích đến Trung tâm Phục vụ Hành chính công các xã, phường trên địa bàn tỉnh Nghệ An; - Nộp hồ sơ trực tuyến toàn trình qua Cổng dịch vụ công Quốc gia: https://dichvucong.gov.vn',
        alone:
          'Chuyển trường đối với học sinh trung học cơ sở – Lĩnh vực Giáo dục trung học – Mã hồ sơ TTHC: 2.002481 – Cách thức, địa điểm thực hiện: - Nộp hồ sơ trực tiếp hoặc qua dịch vụ bưu chính công ích đến Trung tâm Phục vụ Hành chính công tỉnh Nghệ An (số 16, đường Trường Thi, phường Trường Vinh, tỉnh Nghệ An); - Nộp hồ sơ trực tiếp hoặc qua đường bưu chính công ích đến Trung tâm Phục vụ Hành chính công các xã, phường trên địa bàn tỉnh Nghệ An; - Nộp hồ sơ trực tuyến toàn trình qua Cổng dịch vụ công Quốc gia: https://dichvucong.gov.vn',
      },
    ],
  },
  'công nhận kết quả liên thông': {
    number: '52/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định về liên thông giữa trung học nghề, trung cấp, cao đẳng và đại học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-30',
    address: 'Điều 11–17',
    headings: ['Điều 11. Điều kiện và quy trình công nhận kết quả học tập', 'Điều 16. Điều khoản chuyển tiếp'],
    parts: [
      {
        address: 'Điều 11, khoản 4',
        text: '4. Cơ sở giáo dục quy định khối lượng học tập tối thiểu mà người học phải hoàn thành tại cơ sở cấp bằng, nhưng không thấp hơn 50% tổng khối lượng của chương trình đào tạo cấp bằng; hoặc có thể quy định tỷ lệ cao hơn tùy theo yêu cầu của cơ sở giáo dục.',
      },
      {
        address: 'Điều 11, khoản 5',
        text: 'Kết quả học tập được công nhận phải được thể hiện rõ trong hồ sơ học tập của người học theo quy định của cơ sở giáo dục.',
      },
      {
        address: 'Điều 16, khoản 1',
        text: '1. Đối với người học đã trúng tuyển hoặc đang theo học chương trình liên thông trước thời điểm Thông tư này có hiệu lực thi hành (trước ngày 15 tháng 8 năm 2026), việc đào tạo tiếp tục thực hiện theo quy định áp dụng tại thời điểm tuyển sinh và quy định nội bộ của cơ sở giáo dục.',
      },
      {
        address: 'Điều 16, khoản 2',
        text: '2. Đối với hồ sơ đề nghị công nhận kết quả học tập, chuyển đổi tín chỉ đã được tiếp nhận nhưng chưa có quyết định, cơ sở giáo dục áp dụng quy định tại Thông tư này nếu không làm giảm quyền lợi của người học; trường hợp quy định tại thời điểm tiếp nhận hồ sơ có lợi hơn cho người học thì tiếp tục áp dụng quy định đó.',
      },
      {
        address: 'Điều 17, khoản 1',
        text: '1. Thông tư này có hiệu lực thi hành từ ngày 15 tháng 8 năm 2026.',
      },
    ],
  },
};
