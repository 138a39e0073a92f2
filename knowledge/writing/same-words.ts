import { accentedWords } from '../text/tokens.ts';
import { holdsPhrase } from './plain-words.ts';

/**
 * What an assistant says and what official texts write for it, reviewed by hand from everyday language. In a line,
 * words around `=` say the same; whoever says one of the left of `>` means the right, and not the other way round.
 */
const ROWS = `
thầy cô giáo / thầy cô / thầy giáo / cô giáo / các cô > giáo viên / nhà giáo
giáo viên = nhà giáo
học trò / các em / các bé / các con > học sinh / trẻ em / người học / thí sinh
học sinh / sinh viên / học viên > người học
bé / trẻ nhỏ > trẻ em / trẻ
trẻ = trẻ em
phụ huynh học sinh / phụ huynh / bố mẹ / ba mẹ / cha mẹ > cha mẹ học sinh / cha mẹ
bố / ba mẹ > cha
trường tư / trường ngoài công lập > trường tư thục / cơ sở giáo dục tư thục
trường công > trường công lập / cơ sở giáo dục công lập
trường công lập = cơ sở giáo dục công lập
trường phổ thông = cơ sở giáo dục phổ thông
trường mầm non = cơ sở giáo dục mầm non
trường đại học = cơ sở giáo dục đại học
trường nghề / trường dạy nghề > cơ sở giáo dục nghề nghiệp / cơ sở hoạt động giáo dục nghề nghiệp
nhà trường / trường học / trường > cơ sở giáo dục / nhà trường / trường
cấp 1 = tiểu học
cấp 2 / thcs = trung học cơ sở
cấp 3 / thpt = trung học phổ thông
ngành giáo dục = ngành giáo dục và đào tạo
thầy hiệu trưởng / cô hiệu trưởng > hiệu trưởng
cô chủ nhiệm / thầy chủ nhiệm / thầy cô chủ nhiệm > giáo viên chủ nhiệm
cán bộ coi thi / người coi thi = giám thị
người chấm thi / người chấm > giám khảo
người dự thi = thí sinh
người có dữ liệu / chủ dữ liệu = chủ thể dữ liệu
các cơ quan = cơ quan
căn cước công dân = cccd
căn cước công dân / thẻ căn cước công dân > căn cước / thẻ căn cước
ngành nghề = ngành / nghề
ngành học = ngành / chuyên ngành
xe buýt / xe bus = xe ô tô buýt
ô tô = xe ô tô
bằng trung cấp = bằng tốt nghiệp trung cấp
bằng cao đẳng = bằng tốt nghiệp cao đẳng
bằng cấp 3 > bằng tốt nghiệp trung học phổ thông
bằng cấp 2 > bằng tốt nghiệp trung học cơ sở
đã tốt nghiệp / tốt nghiệp xong / tốt nghiệp > có bằng tốt nghiệp / tốt nghiệp
học xong chương trình / học hết chương trình > hoàn thành chương trình / học hết chương trình
học xong / học hết > tốt nghiệp / hoàn thành
giấy khai sinh = khai sinh
sổ hộ khẩu / hộ khẩu > nơi thường trú
chỗ ở / nơi ở > nơi cư trú
tiền học = học phí
tiền học phí = học phí
mức đóng / mức phí / số tiền thu > mức thu
khoản đóng góp / khoản đóng > khoản thu
đóng tiền > nộp tiền
đóng > nộp / mức thu / mức học phí / mức trần / học phí
đóng học phí / nộp học phí > học phí
nộp đơn / gửi đơn > có đơn
gửi = nộp
đạt = đáp ứng
biên lai / phiếu thu tiền > chứng từ thu tiền
lương = tiền lương
tiền hỗ trợ = mức hỗ trợ
bữa ăn / món ăn > ăn uống
bán vé > phát hành vé
giảm vé = giảm giá vé
ép / bắt ép > ép buộc
giữ bí mật / giữ kín / không để lộ > bảo mật
báo ngay > báo cáo ngay
báo cho > báo cáo cho / thông báo cho
báo > báo cáo / thông báo
nói rõ / ghi rõ = nêu rõ
trả lời = phản hồi
xin phép > được phép của
xin > đề nghị
có đơn xin / viết đơn / làm đơn > có đơn
sử dụng = dùng
dạy = giảng dạy
lưu / giữ / lưu giữ > lưu trữ
lưu / giữ / lưu trữ > lưu giữ
bảo quản = giữ gìn
cùng lúc / cùng một lúc / cùng thời điểm = đồng thời
cho phép = đồng ý
đồng ý / nhất trí / chấp thuận = thống nhất
đồng ý = chấp thuận
kết hợp cả hai / cả hai hình thức > kết hợp
đảm bảo = bảo đảm
đáp ứng điều kiện / đáp ứng đủ điều kiện / đáp ứng các điều kiện = đủ điều kiện
dựa trên / dựa vào / căn cứ vào / trên cơ sở = căn cứ
ra quyết định > quyết định
quyết > quyết định
xét = xem xét
tiến hành = tổ chức / thực hiện
thi hành = thực hiện
giúp / giúp đỡ > hỗ trợ
giúp = giúp đỡ
tham dự / dự > tham gia
đạt giải / được giải > đoạt giải
đổi > thay đổi
đổi chủ sở hữu > thay đổi chủ sở hữu
đổi chủ > thay đổi chủ sở hữu
ngừng hoạt động / dừng hoạt động / đóng cửa > chấm dứt hoạt động
quyền lợi = quyền và lợi ích
quyền lợi = quyền lợi ích
mất / làm mất / đánh mất / thất lạc > bị mất / mất
ốm / bị bệnh / ốm đau > bị ốm / ốm
rời / ra khỏi = rời khỏi
rời phòng thi = rời khỏi phòng thi
ở lại lớp / học lại lớp > lưu ban
nghỉ hưu muộn hơn / nghỉ hưu muộn / về hưu muộn > nghỉ hưu ở tuổi cao hơn
về hưu = nghỉ hưu
lớn hơn = cao hơn
không phân biệt = không phụ thuộc
chính nơi = nơi
được hưởng = được nhận
trao = trao tặng
phát = cấp
trao cho = cấp cho
tuyển > tuyển dụng / tuyển sinh
đăng ký học > đăng ký
làm việc = công tác
bố trí = sắp xếp
chấm lại bài / chấm lại > phúc khảo
gồm có / bao gồm > gồm
học online > học trực tuyến
qua mạng / online > trực tuyến
bưu chính = bưu điện / đường bưu điện
bản giấy / giấy tờ bản giấy / giấy tờ > văn bản giấy
giấy tờ > hồ sơ
đợt = lần
kỳ nghỉ hè / dịp nghỉ hè / dịp hè > thời gian nghỉ hè
dùng được > có giá trị
có hiệu lực / bắt đầu áp dụng / áp dụng > có hiệu lực
hỏi ý kiến = lấy ý kiến / xin ý kiến
đề xuất = đề nghị
chăm lo = chăm sóc
nuôi dưỡng = nuôi
tiếp xúc = tiếp cận
hồ sơ giáo dục = hồ sơ học tập
tra cứu / xem > khai thác
khai thác dữ liệu / dùng dữ liệu / sử dụng dữ liệu > khai thác sử dụng dữ liệu
đối chiếu = kiểm tra đối chiếu
kiểm tra = kiểm tra đối chiếu
thời hạn = thời gian
vào năm học / khai giảng > bắt đầu năm học
quyết định cụ thể = quyết định
muốn > có nguyện vọng
muốn > có nhu cầu
học tiếp = tiếp tục học
sớm trước khi > trước khi
sớm trước > trước
gửi qua > qua
nhận hồ sơ = tiếp nhận hồ sơ
tùy vào / phụ thuộc vào > tùy theo / tùy
tùy theo / tùy vào / tùy > căn cứ vào / căn cứ
phải được sự đồng ý / cần sự đồng ý / có sự đồng ý > được sự đồng ý
công bố = công khai
ghi rõ / nêu rõ / nói rõ > xác định rõ
gây áp lực / gây sức ép / tạo sức ép > tạo áp lực
tạo áp lực > gây áp lực
góp ý / cho ý kiến > đóng góp ý kiến
ý kiến đánh giá > đánh giá
bầu ra / bầu / bầu chọn > bầu chọn / bầu / bầu cử
chọn = lựa chọn
đổi / chuyển > chuyển đổi
hệ trung cấp > trình độ trung cấp
hệ cao đẳng > trình độ cao đẳng
hệ sơ cấp > trình độ sơ cấp
hệ trung học nghề > chương trình giáo dục trung học nghề
bậc tiểu học / cấp tiểu học > tiểu học
bậc trung học cơ sở / cấp trung học cơ sở > trung học cơ sở
bậc trung học phổ thông / cấp trung học phổ thông > trung học phổ thông
bằng cấp > văn bằng
học tiếp lên / học lên > tiếp tục học nâng cao trình độ / tiếp tục học
thông tin cho / thông báo cho > cung cấp cho / thông báo cho
báo trước cho > thông báo trước cho
con em > thành viên của gia đình / thành viên
đi học > học tập / được học
đến lớp / tới trường / tới lớp > đến trường
trả lương / chi lương > chi trả lương
trả = chi trả
tính bằng > là
học lực > kết quả học tập
hạnh kiểm > kết quả rèn luyện
xếp hạng > xếp loại
ký tên > ký
ký > ký tên
cơ quan chức năng > cơ quan có thẩm quyền
ủy ban nhân dân phường / ủy ban nhân dân xã > ủy ban nhân dân cấp xã
ủy ban nhân dân thành phố / ủy ban nhân dân tỉnh > ủy ban nhân dân cấp tỉnh
hội đồng nhân dân thành phố / hội đồng nhân dân tỉnh > hội đồng nhân dân cấp tỉnh
họp > sinh hoạt
bắt buộc phải > phải
đúng hạn = đúng thời hạn
quá hạn = quá thời hạn
ngay lập tức > ngay
trong lúc / trong khi > trong thời gian
dưới hình thức / bằng hình thức = theo hình thức
bạn khác / các bạn khác / em khác > học sinh khác
nỗ lực = cố gắng
khen > khen thưởng / khen ngợi
bị cấm > bị nghiêm cấm
xe đưa rước / xe đưa đón > dịch vụ đưa đón / đưa đón
sĩ số > số học sinh
cả lớp > toàn lớp
nơi học > địa điểm học
nghề đã học > nghề đã được đào tạo / nghề được đào tạo
đúng nghề > phù hợp nghề / theo nghề
cắt giảm / giảm bớt > giảm
tăng thêm > tăng
chuẩn bị đủ > chuẩn bị đầy đủ
nộp đủ > nộp đầy đủ
ghi đủ > ghi đầy đủ
đủ > đầy đủ
nói chuyện > trao đổi
làm thủ tục > thực hiện thủ tục
đăng nhập vào > đăng nhập
lên mạng > trực tuyến
điền > ghi
viết > ghi
cất > bảo quản
mang vào > mang theo vào
kèm theo > kèm
công việc > nhiệm vụ
thay mặt > đại diện cho
người đại diện > đại diện
mời > triệu tập
gặp khó khăn > có khó khăn / khó khăn
nhà khó khăn / gia đình khó khăn > hoàn cảnh khó khăn / có hoàn cảnh khó khăn
trợ giúp > trợ cấp / hỗ trợ
cấp tiền > chi trả / cấp
chi phí > kinh phí
tiền > kinh phí / mức
do nhà nước trả / nhà nước trả > ngân sách nhà nước bảo đảm
ngân sách chi / ngân sách lo > ngân sách nhà nước bảo đảm
giữ trẻ > trông giữ trẻ
dạy dỗ > giáo dục
chăm nom > chăm sóc
bảo vệ thông tin / giữ an toàn thông tin > bảo đảm an toàn thông tin
lấy thông tin > khai thác
nhập > cập nhật
lưu lại > lưu trữ / lưu giữ
mãi mãi > vĩnh viễn
tạm nghỉ học / nghỉ học tạm thời > tạm dừng học
chưa bao gồm / chưa gồm / không gồm > không bao gồm
gửi con / gửi trẻ > trông giữ
ứng viên > người dự tuyển / thí sinh / người dự thi
bài thi viết > thi viết
câu > câu hỏi
nuôi dạy > nuôi dưỡng
thu không đủ chi / thu ít hơn chi > thu nhỏ hơn chi
tự bù / bù > bù đắp / cấp bù
cuối năm học / hết năm học > kết thúc năm học
hết học kỳ / cuối học kỳ > kết thúc học kỳ
chấm > cho điểm / chấm điểm
sinh hoạt phí > chi phí sinh hoạt
`;

/** What a source may write for words that may be said, by the first of those words, the longest first. */
const WRITTEN = readRows(ROWS);

interface Row {
  readonly said: readonly string[];
  readonly written: readonly string[];
}

function readRows(rows: string): ReadonlyMap<string, readonly Row[]> {
  const written = new Map<string, readonly string[]>();
  const phrasesOf = (part: string) => part.split('/').map((phrase) => accentedWords(phrase).join(' '));
  for (const row of rows.split('\n').filter((line) => line.trim() !== '')) {
    const [left = [], right = []] = row.split(/[=>]/u).map(phrasesOf);
    const say = (said: readonly string[], instead: readonly string[]) => {
      for (const phrase of said)
        written.set(phrase, [...(written.get(phrase) ?? []), ...instead.filter((one) => one !== phrase)]);
    };
    say(left, right);
    if (row.includes('=')) say(right, left);
  }
  const byFirst = new Map<string, Row[]>();
  for (const [phrase, instead] of written) {
    const said = phrase.split(' ');
    const [first = ''] = said;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { said, written: instead }]);
  }
  return new Map([...byFirst].map(([first, same]) => [first, same.toSorted((a, b) => b.said.length - a.said.length)]));
}

/**
 * A sentence in the words of its source: what that does not write is put as it does, where both say the same («phụ
 * huynh» as «cha mẹ học sinh»).
 * @param source of which `spaced` gave the words
 */
export function retell(text: string, source: { readonly spaced: string }): string {
  const words = [...text.matchAll(/[\p{L}\p{M}\d]+/gu)];
  const plain = words.map(([word]) => accentedWords(word)[0] ?? '');
  const isBeside = (at: number) => /^\s+$/u.test(text.slice(endOf(words[at - 1]), words[at]?.index));
  const rowsAt = (at: number) =>
    (WRITTEN.get(plain[at] ?? '') ?? []).filter(({ said }) =>
      said.every((one, step) => plain[at + step] === one && (step === 0 || isBeside(at + step))),
    );
  const isWritten = (phrase: string) => holdsPhrase(source.spaced, phrase);
  let put = '';
  let end = 0;
  let next = 0;
  for (const [at, first] of words.entries()) {
    const found = at < next ? null : sayFirst(rowsAt(at), isWritten);
    if (found === null) continue;
    next = at + found.length;
    if (found.instead === null) continue;
    put += text.slice(end, first.index) + asBefore(first[0], found.instead);
    end = endOf(words[next - 1]);
  }
  return put + text.slice(end);
}

interface Found {
  readonly length: number;
  /** `null`: as they stand. */
  readonly instead: string | null;
}

/** The longest words that a source writes, as they stand or otherwise; `null`: none. */
function sayFirst(rows: readonly Row[], isWritten: (phrase: string) => boolean): Found | null {
  for (const { said, written } of rows) {
    if (isWritten(said.join(' '))) return { length: said.length, instead: null };
    const instead = written.find(isWritten);
    if (instead !== undefined) return { length: said.length, instead };
  }
  return null;
}

function endOf(word: RegExpMatchArray | undefined): number {
  return (word?.index ?? 0) + (word?.[0].length ?? 0);
}

function asBefore(before: string, instead: string): string {
  return /^\p{Lu}/u.test(before) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead;
}
