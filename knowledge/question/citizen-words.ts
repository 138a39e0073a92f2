import { fold } from '../text/normalise.ts';

/**
 * What citizens say and what official texts write, reviewed by hand from everyday language. A line is
 * `said / said > written / written`: whoever says one of the left also means the right. With `=` the right also means
 * the left, for texts that use the everyday word.
 */
const THEMES = {
  fees: `
tiền học / tiền trường / đóng tiền học > học phí
đóng tiền / nộp tiền > mức thu / khoản thu
các khoản đóng / khoản đóng góp đầu năm / tiền đầu năm > các khoản thu / thu đầu năm học
lạm thu / thu sai / thu quá > thu không đúng quy định
tiền cơm / tiền ăn trưa / phí ăn > tiền ăn / bữa ăn bán trú
ăn trưa / cơm trưa = bữa trưa
ăn sáng = bữa sáng
ăn phụ / ăn xế = bữa phụ
tiền nước > nước uống
tiền điện điều hòa / tiền điều hòa > điều hòa nhiệt độ / tiền điện
tiền vệ sinh > vệ sinh trường lớp
tiền sách > sách giáo khoa / học liệu
tiền xe / xe đưa rước / xe tuyến = xe đưa đón
đóng bù / trả lại tiền / hoàn tiền / lấy lại tiền > hoàn trả
đóng chậm / đóng muộn / nợ học phí > chậm nộp học phí
biên lai / hóa đơn / phiếu thu > chứng từ thu
ủng hộ / quyên góp / xã hội hóa > tài trợ / vận động tài trợ
tiền bảo hiểm / thẻ bảo hiểm > bảo hiểm y tế học sinh
tăng học phí / tăng tiền học > lộ trình tăng học phí / điều chỉnh học phí
hợp lý không / đúng luật không > theo quy định
toàn quyền quyết / tự đặt giá / tự quyết > tự chủ / tự quyết định mức thu
tối đa / cao nhất / nhiều nhất = không quá / mức trần
tối thiểu / ít nhất / thấp nhất = không ít hơn / không thấp hơn
muộn nhất / trễ nhất > chậm nhất / không muộn hơn
mỗi tháng / hàng tháng / một tháng = /tháng`,
  exemption: `
miễn tiền học / không phải đóng học phí / khỏi đóng học phí = miễn học phí
bớt tiền học / giảm tiền học = giảm học phí
nhà nghèo / khó khăn / hoàn cảnh khó khăn > hộ nghèo / hộ cận nghèo
nhà nước đóng hộ / nhà nước hỗ trợ tiền học / cho tiền học > hỗ trợ học phí / ngân sách nhà nước
tiền hỗ trợ / trợ cấp / được cho tiền > hỗ trợ chi phí học tập / trợ cấp
cho gạo / tiền ăn ở = hỗ trợ tiền ăn / hỗ trợ gạo
bố mẹ mất / không có bố mẹ / mất cha mẹ > mồ côi / không nơi nương tựa
con liệt sĩ / con thương binh / con người có công > người có công với cách mạng
con bộ đội / con công an > con hạ sĩ quan / lực lượng vũ trang
người dân tộc / dân tộc ít người > dân tộc thiểu số
vùng sâu vùng xa / miền núi / vùng cao > vùng đặc biệt khó khăn
học bổng / tiền thưởng học giỏi > học bổng khuyến khích học tập
vay tiền đi học / vay vốn sinh viên > tín dụng học sinh sinh viên / vay vốn`,
  admission: `
xin học / xin vào / đăng ký học / cho con vào / nộp đơn vào > tuyển sinh / tiếp nhận
vào học / nhập học = tuyển sinh / nhập học
nộp hồ sơ > hồ sơ tuyển sinh / tuyển sinh
giấy tờ / cần những giấy gì = hồ sơ
thi vào 10 / vào 10 / thi lên cấp 3 / thi cấp 3 > tuyển sinh trung học phổ thông lớp 10
thi chuyên / vào chuyên / trường chuyên > trung học phổ thông chuyên / lớp chuyên
vào lớp 6 / lên cấp 2 > tuyển sinh trung học cơ sở lớp 6
vào lớp 1 / lên lớp 1 > tuyển sinh lớp 1 / tiểu học
trái tuyến / khác tuyến / ngoài tuyến > ngoài khu vực tuyển sinh / ngoài địa bàn tuyển sinh
đúng tuyến / theo tuyến / phân tuyến > khu vực tuyển sinh / địa bàn tuyển sinh
môn thứ ba / môn thứ 3 / bài thi thứ ba > môn thi thứ ba / bài thi tổ hợp
đăng ký online / nộp qua mạng / nộp online / đăng ký qua mạng > tuyển sinh trực tuyến / đăng ký trực tuyến
nộp tận nơi / nộp trực tiếp / tới trường nộp > tuyển sinh trực tiếp
mã số học sinh / mã học sinh / mã riêng > mã định danh / mã định danh cá nhân
điểm đầu vào / điểm đỗ / lấy bao nhiêu điểm > điểm chuẩn / điểm trúng tuyển
rớt / trượt > không trúng tuyển / không đạt
đậu / đỗ > trúng tuyển
chỉ tiêu / nhận bao nhiêu bé / nhận bao nhiêu học sinh > chỉ tiêu tuyển sinh
được cộng điểm / cộng điểm > điểm ưu tiên / điểm khuyến khích
vào thẳng / khỏi thi > tuyển thẳng
hộ khẩu / khẩu > nơi cư trú / thường trú
tạm trú / ở trọ / thuê nhà / thuê trọ > nơi ở hiện tại / cư trú / tạm trú
giấy khai sinh = khai sinh
đi học sớm / học trước tuổi / học sớm > học trước tuổi / học vượt lớp
đi học muộn / học muộn tuổi / học chậm > tuổi cao hơn tuổi quy định
mấy tuổi / bao nhiêu tuổi / đủ tuổi = độ tuổi / tuổi của học sinh
nhảy lớp / học vượt = học vượt lớp
không có giấy khai sinh / chưa có khai sinh > giấy khai sinh / cư trú`,
  transfer: `
chuyển trường / đổi trường / sang trường khác / chuyển qua trường = chuyển trường
rút hồ sơ / rút học bạ / xin rút > chuyển trường / học bạ
xin ra khỏi trường / nghỉ luôn / bỏ học = thôi học
đi nước ngoài về / từ nước ngoài về > học sinh Việt Nam ở nước ngoài về nước
con người nước ngoài / quốc tịch nước ngoài > học sinh người nước ngoài
tạm nghỉ / nghỉ một năm > bảo lưu kết quả / tạm dừng học
học lại từ đầu / quay lại học / đi học lại > tiếp nhận học sinh / trở lại học
chuyển lớp > chuyển lớp / lớp học`,
  preschool: `
mẫu giáo / nhà trẻ / mầm non > giáo dục mầm non
lớp mầm > mẫu giáo bé / mẫu giáo 3 - 4 tuổi
lớp chồi > mẫu giáo nhỡ / mẫu giáo 4 - 5 tuổi
lớp lá / bé 5 tuổi > mẫu giáo lớn / mẫu giáo 5 tuổi
trông trẻ / giữ trẻ = trông giữ / nuôi dưỡng chăm sóc
nhóm trẻ / trông trẻ tại nhà / giữ trẻ tại nhà > nhóm trẻ độc lập / lớp mẫu giáo độc lập
đón muộn / đón trễ / trông thêm giờ > trông giữ ngoài giờ
học thứ bảy / trông thứ bảy / gửi thứ bảy > ngày nghỉ / trông giữ ngày thứ bảy
bán trú / ăn ngủ ở trường / ở lại trưa = bán trú / chăm sóc bán trú
chăn gối / đồ dùng bán trú > trang thiết bị phục vụ bán trú
đánh trẻ / cô đánh / bạo hành > xúc phạm xâm phạm thân thể / bạo lực học đường
mấy cháu một lớp / mấy bé một cô / sĩ số > số trẻ em tối đa / sĩ số`,
  levels: `
cấp 1 / cấp một = tiểu học
cấp 2 / cấp hai = trung học cơ sở
cấp 3 / cấp ba = trung học phổ thông
bổ túc / học bổ túc = giáo dục thường xuyên
trường nghề / học nghề = giáo dục nghề nghiệp / cơ sở giáo dục nghề nghiệp
trường tư / trường dân lập / trường tư nhân = tư thục / trường tư thục
trường công / trường nhà nước = công lập
trường quốc tế > có vốn đầu tư nước ngoài / chương trình nước ngoài
trường điểm / trường xịn / lớp chọn > chất lượng cao
trường nội trú > nội trú / phổ thông dân tộc nội trú
trường liên cấp > trường phổ thông có nhiều cấp học`,
  people: `
bố mẹ / ba mẹ / phụ huynh = cha mẹ / cha mẹ học sinh
người giám hộ / ông bà nuôi > người giám hộ / người nuôi dưỡng
hội phụ huynh / ban phụ huynh / hội trưởng hội phụ huynh = ban đại diện cha mẹ học sinh
quỹ lớp / quỹ phụ huynh / quỹ hội > kinh phí ban đại diện cha mẹ học sinh
thầy cô / cô giáo / thầy giáo = giáo viên / nhà giáo
cô chủ nhiệm / thầy chủ nhiệm = giáo viên chủ nhiệm
hiệu trưởng / thầy hiệu trưởng / cô hiệu trưởng > người đứng đầu cơ sở giáo dục
sếp trường / chủ trường > hiệu trưởng / nhà đầu tư / chủ sở hữu
giáo viên tự do / thỉnh giảng / dạy hợp đồng > giáo viên thỉnh giảng / hợp đồng lao động
xin dạy / vào biên chế / thi viên chức > tuyển dụng nhà giáo / viên chức
lên lương / tiền lương thầy cô / lương giáo viên > tiền lương / phụ cấp nhà giáo
bằng sư phạm / chứng chỉ sư phạm = nghiệp vụ sư phạm
thâm niên / phụ cấp = phụ cấp thâm niên / phụ cấp ưu đãi
về hưu sớm / nghỉ hưu = nghỉ hưu / tuổi nghỉ hưu
chuyển công tác / thuyên chuyển = điều động / thuyên chuyển`,
  teaching: `
học thêm / dạy thêm / lớp học thêm = dạy thêm học thêm
bắt học thêm / ép học thêm > ép buộc học thêm / tự nguyện
dạy thêm ở nhà / dạy thêm ngoài trường > dạy thêm ngoài nhà trường
ôn thi > ôn tập / ôn thi tuyển sinh / dạy thêm trong nhà trường
tiếng anh liên kết / tiếng anh tăng cường / học với tây > liên kết giáo dục / tiếng Anh / giáo viên nước ngoài
kỹ năng sống / học năng khiếu / câu lạc bộ > hoạt động giáo dục ngoài giờ / kỹ năng sống
hai buổi / học cả ngày / học 2 buổi = dạy học 2 buổi/ngày
giờ học / mấy giờ vào lớp / tan học / mấy giờ tan > thời gian học / thời gian biểu
học online / học qua mạng / học trực tuyến = dạy học trực tuyến
tham quan / dã ngoại / đi chơi > hoạt động trải nghiệm / tham quan
sách nào / bộ sách > sách giáo khoa / lựa chọn sách giáo khoa
mang điện thoại / dùng điện thoại / điện thoại = điện thoại di động
bài tập về nhà > bài tập về nhà / giao bài tập
môn nhạc / môn vẽ > âm nhạc / mỹ thuật / nghệ thuật
thể dục > giáo dục thể chất
quân sự > giáo dục quốc phòng và an ninh`,
  marks: `
học bạ = học bạ
bảng điểm / phiếu điểm / sổ liên lạc > kết quả học tập / sổ liên lạc / kết quả đánh giá
điểm giữa kỳ / thi giữa kỳ = kiểm tra đánh giá giữa kỳ
thi học kỳ / thi cuối kỳ = kiểm tra đánh giá cuối kỳ
kiểm tra miệng / kiểm tra 15 phút > đánh giá thường xuyên
chấm điểm / cho điểm = đánh giá bằng điểm số
nhận xét / không cho điểm > đánh giá bằng nhận xét
hạnh kiểm / đạo đức = rèn luyện / kết quả rèn luyện
học lực / xếp loại = kết quả học tập / xếp loại
học sinh giỏi / giấy khen > khen thưởng / danh hiệu học sinh giỏi / học sinh xuất sắc
lên lớp / được lên lớp = được lên lớp / hoàn thành chương trình lớp học
ở lại lớp / học lại lớp / đúp / lưu ban = lưu ban / không được lên lớp / chưa hoàn thành
thi lại / kiểm tra lại = kiểm tra đánh giá lại
rèn luyện trong hè / học hè > rèn luyện trong kỳ nghỉ hè
so sánh học sinh / đọc điểm trước lớp > so sánh học sinh với học sinh khác`,
  exams: `
thi tốt nghiệp / thi đại học = thi tốt nghiệp trung học phổ thông / kỳ thi tốt nghiệp
xem lại điểm / chấm lại / phúc khảo = phúc khảo bài thi
đi muộn giờ thi / đến muộn > thí sinh đến chậm / sau khi có hiệu lệnh tính giờ
phòng thi / giám thị > cán bộ coi thi / phòng thi
máy tính cầm tay / mang gì vào phòng thi > vật dụng được mang vào phòng thi
quay cóp / gian lận / chép bài > vi phạm quy chế thi / đình chỉ thi
ốm không thi được / bỏ thi / vắng thi > đặc cách / xét đặc cách tốt nghiệp
điểm liệt > bị điểm liệt / điểm từ 1,0 trở xuống
thẻ dự thi / quên giấy tờ / mất căn cước > giấy báo dự thi / căn cước / thủ tục dự thi
được miễn thi > miễn thi / miễn thi ngoại ngữ
lịch thi / ngày thi = lịch thi / thời gian tổ chức thi`,
  certificates: `
bằng cấp 2 > bằng tốt nghiệp trung học cơ sở / hoàn thành chương trình trung học cơ sở
bằng cấp 3 > bằng tốt nghiệp trung học phổ thông
mất bằng / làm lại bằng / xin lại bằng / cấp lại bằng > cấp bản sao văn bằng từ sổ gốc / cấp lại văn bằng
sai tên trên bằng / sửa bằng / sai ngày sinh trên bằng > chỉnh sửa nội dung văn bằng
công chứng / bản sao có công chứng = chứng thực / bản sao có chứng thực
bằng nước ngoài > công nhận văn bằng nước ngoài
bằng giả > văn bằng chứng chỉ không hợp pháp
giấy chứng nhận = chứng nhận / giấy chứng nhận
chứng chỉ tiếng anh / bằng tiếng anh > chứng chỉ ngoại ngữ`,
  vocational: `
học nghề ngắn hạn / khóa nghề ngắn / sơ cấp > đào tạo thường xuyên / trình độ sơ cấp
học xong lớp 9 học nghề / trung học nghề > trung học nghề / tốt nghiệp trung học cơ sở
học lên / liên thông / học tiếp lên = đào tạo liên thông / liên thông
trung cấp / cao đẳng = trình độ trung cấp / trình độ cao đẳng
được miễn môn / khỏi học lại môn > công nhận kết quả học tập / miễn trừ
thực tập / đi làm thực tế = thực tập / thực hành tại doanh nghiệp
ra trường có việc / có việc làm > việc làm sau tốt nghiệp / tỷ lệ có việc làm
thầy dạy nghề / người dạy nghề = nhà giáo giáo dục nghề nghiệp / người dạy nghề
thi tay nghề / thi thợ giỏi > kỹ năng nghề / thi kỹ năng nghề
mở ngành / mở thêm nghề > đăng ký hoạt động giáo dục nghề nghiệp / mở ngành đào tạo`,
  schools: `
mở trường / lập trường / thành lập trường > thành lập / cho phép thành lập
giấy phép / xin phép hoạt động > cho phép hoạt động giáo dục
đóng cửa / dẹp trường / trường nghỉ > giải thể / đình chỉ hoạt động
bán trường / đổi chủ / sang tay > chuyển nhượng / thay đổi nhà đầu tư / chuyển giao
gộp trường / nhập trường > sáp nhập / chia tách
đất xây trường / diện tích = diện tích đất / cơ sở vật chất
công khai thu chi / công khai > thực hiện công khai / công khai tài chính
hội đồng trường > hội đồng trường
nhà đầu tư / người góp vốn > nhà đầu tư / góp vốn
đạt chuẩn / trường chuẩn > đạt chuẩn quốc gia / kiểm định chất lượng`,
  discipline: `
đuổi học / cho nghỉ học > kỷ luật / tạm dừng học tập tại trường
phạt học sinh / bắt đứng góc / bắt quỳ > kỷ luật học sinh / xúc phạm danh dự nhân phẩm
đánh nhau / bắt nạt / trấn lột = bạo lực học đường
hút thuốc / uống rượu / uống bia / thuốc lá điện tử = hành vi học sinh không được làm
viết kiểm điểm > bản tự kiểm điểm / kỷ luật
mặc gì đi học / đồng phục / áo trường = đồng phục / trang phục học sinh
nhuộm tóc / son phấn > trang phục học sinh / hành vi
nghỉ học không phép / trốn học > nghỉ học không phép / số buổi nghỉ
nghỉ bao nhiêu buổi / nghỉ quá nhiều > nghỉ học quá 45 buổi`,
  needs: `
tự kỷ / chậm nói / tăng động / chậm phát triển > khuyết tật / giáo dục hòa nhập
khuyết tật / tật nguyền = người khuyết tật / trẻ khuyết tật
học chung với bạn bình thường / học hòa nhập = giáo dục hòa nhập
giấy xác nhận khuyết tật > giấy xác nhận khuyết tật
giáo viên hỗ trợ / cô đi kèm > nhân viên hỗ trợ giáo dục người khuyết tật`,
  calendar: `
khai trường / khai giảng = khai giảng
tập trung / tựu trường = tựu trường
nghỉ hè / bế giảng / tổng kết năm học > kết thúc năm học / nghỉ hè
nghỉ tết = nghỉ Tết Nguyên đán
trời rét / trời lạnh / rét đậm / bao nhiêu độ > nhiệt độ ngoài trời / nghỉ học khi rét
mưa bão / ngập > thiên tai / thời tiết cực đoan / nghỉ học
kỳ 1 / kỳ một = học kỳ I
kỳ 2 / kỳ hai = học kỳ II`,
  complaints: `
khiếu nại / kiện / thưa = khiếu nại / giải quyết khiếu nại
tố cáo / tố giác / phản ánh = tố cáo / phản ánh kiến nghị
gặp ai / hỏi ai / liên hệ ai > cơ quan có thẩm quyền / đường dây nóng
quận / phòng giáo dục quận > ủy ban nhân dân phường / phòng văn hóa xã hội
bị phạt thế nào / phạt bao nhiêu tiền > xử phạt vi phạm hành chính`,
  papers: `
làm thẻ / thẻ bảo hiểm y tế = bảo hiểm y tế
căn cước / chứng minh thư / chứng minh nhân dân = căn cước công dân / thẻ căn cước
xác nhận nơi ở / giấy tạm trú = xác nhận thông tin về cư trú
vneid / định danh điện tử > tài khoản định danh điện tử
online / qua mạng / trên mạng = trực tuyến
dịch vụ công > cổng dịch vụ công / thủ tục hành chính
bao lâu có kết quả / mấy ngày thì xong > thời hạn giải quyết / ngày làm việc
lộ thông tin / thông tin cá nhân = dữ liệu cá nhân
phần mềm quản lý / dữ liệu học sinh > cơ sở dữ liệu giáo dục`,
} as const;

/** One direction of a pair: words that somebody says (folded) and words that are also searched for. */
export interface CitizenWord {
  readonly theme: keyof typeof THEMES;
  readonly said: string;
  readonly written: readonly string[];
}

/** Every direction of every pair; a phrase that would only add itself is left out. */
export const CITIZEN_WORDS: readonly CitizenWord[] = Object.entries(THEMES).flatMap(([theme, lines]) =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => readPairs(theme as keyof typeof THEMES, line)),
);

function readPairs(theme: keyof typeof THEMES, line: string): readonly CitizenWord[] {
  const [left = '', right = ''] = line.split(/ [=>] /);
  const phrases = (side: string) => side.split(' / ').map((phrase) => phrase.trim());
  const towards = (from: string, to: string) =>
    phrases(from).flatMap((said): CitizenWord[] => {
      const written = phrases(to).filter((phrase) => phrase !== said);
      return written.length === 0 ? [] : [{ theme, said: fold(said), written }];
    });
  return line.includes(' = ') ? [...towards(left, right), ...towards(right, left)] : towards(left, right);
}

/** Words to search for beside a text's own: what official texts write where the text holds an everyday word. */
export function officialWordsFor(foldedWords: readonly string[]): readonly string[] {
  return saidIn(foldedWords).map(({ written }) => written.join(' '));
}

/** The same, phrase by phrase. */
export function officialPhrasesFor(foldedWords: readonly string[]): readonly string[] {
  return saidIn(foldedWords).flatMap(({ written }) => written);
}

function saidIn(foldedWords: readonly string[]): readonly CitizenWord[] {
  const text = ` ${foldedWords.join(' ')} `;
  return CITIZEN_WORDS.filter(({ said }) => text.includes(` ${said} `));
}
