/**
 * What people say in messages to a school office and what public text and questions hold too rarely: courtesy, family,
 * school life, places of Hà Nội. One phrase a line, with diacritics; reviewed by hand. A phrase teaches its pairs of
 * words and how a message begins and ends.
 */
export const EVERYDAY_PHRASES: readonly string[] = `
cho em hỏi ạ
cho mình hỏi với ạ
cho chị hỏi chút
cho cháu hỏi
em chào ad
chào ad ạ
dạ vâng ạ
vâng ạ
dạ em cảm ơn ạ
cảm ơn ad nhiều ạ
cảm ơn nha
cảm ơn nhé
em cảm ơn nha
mọi người ơi
ad ơi
page ơi cho em hỏi
anh chị cho em hỏi
giúp em với ạ
giúp mình với
tư vấn giúp em với
mong ad trả lời sớm ạ
ai biết chỉ em với ạ
như thế nào ạ
thế nào vậy ạ
là sao ạ
thì sao ạ
là bao nhiêu ạ
bao nhiêu tiền một tháng ạ
bao nhiêu vậy ạ
hết bao nhiêu ạ
được không ạ
có được không ạ
phải không ạ
đúng không ạ
không ạ
chưa ạ
khi nào ạ
bao giờ ạ
ở đâu ạ
mấy giờ ạ
cần giấy tờ gì ạ
cần những giấy tờ gì
gồm những gì ạ
cái gì vậy ạ
có cần không ạ
thế còn lớp 6 thì sao ạ
vậy còn trường tư thì sao
thế lên lớp 6 thì sao
thế vào mẫu giáo thì có đỡ hơn không ạ
thế học trường tư thì thế nào
thế nếu trái tuyến thì sao
thế bé 3 tuổi thì sao
thế con em có được không
thế thủ tục thế nào
vậy nếu em ở trọ thì sao
vậy cần giấy tờ gì
thế bao giờ thì có
còn mầm non thì sao
con nhà em
con em học lớp 1
con mình năm nay vào lớp 6
bé nhà em
bé nhà mình 3 tuổi
cháu nhà tôi
con gái em
con trai mình
nhà em ở
nhà mình không có hộ khẩu
bố mẹ đi làm về muộn
vợ chồng em
ông bà đón cháu
bé mới chuyển từ quê ra
trái tuyến
đúng tuyến
học trái tuyến
xin học trái tuyến
hồ sơ trái tuyến
tuyến tuyển sinh
phân tuyến tuyển sinh
bán trú
học bán trú
ăn bán trú
tiền ăn bán trú
chăm sóc bán trú
nội trú
tiền ăn bữa trưa
bữa sáng bữa phụ bữa trưa
xin nghỉ học
xin chuyển trường
chuyển trường cho con
rút hồ sơ
rút học bạ
nộp hồ sơ trực tuyến
nộp hồ sơ online
hồ sơ nhập học
đăng ký nhập học
giấy khai sinh bản sao
bản sao công chứng
sổ hộ khẩu
sổ tạm trú
đăng ký tạm trú
giấy xác nhận cư trú
mã định danh
căn cước công dân
thẻ bảo hiểm y tế
hộ nghèo hộ cận nghèo
miễn giảm học phí
miễn học phí
đóng học phí
học phí chất lượng cao
trường chất lượng cao
trường công lập
trường tư thục
trường dân lập
trường quốc tế
lớp tăng cường tiếng anh
tiếng anh liên kết
câu lạc bộ
kỹ năng sống
học hai buổi một ngày
hai buổi trên ngày
trông giữ ngoài giờ
trông giữ thứ bảy
đón muộn
tan học lúc mấy giờ
mấy giờ tan học
mấy giờ vào học
mặc đồng phục
tiền đồng phục
áo khoác mùa đông
quỹ lớp
quỹ phụ huynh
ban phụ huynh
họp phụ huynh
cô giáo chủ nhiệm
thầy hiệu trưởng
cô hiệu trưởng
nhà trẻ mẫu giáo
lớp mầm lớp chồi lớp lá
mẫu giáo bé mẫu giáo nhỡ mẫu giáo lớn
trẻ năm tuổi
lớp một lớp hai lớp ba
thi vào lớp 10
thi vào 10
điểm chuẩn lớp 10
đăng ký nguyện vọng
nguyện vọng một
cộng điểm ưu tiên
điểm xét tuyển
tốt nghiệp
xét tốt nghiệp
học bạ
học lực hạnh kiểm
hạnh kiểm tốt
lên lớp ở lại lớp
thi lại
lưu ban
học thêm dạy thêm
khuyết tật
học hòa nhập
trẻ tự kỷ
trẻ chậm nói
mồ côi
dân tộc thiểu số
con liệt sĩ con thương binh
học nghề
học nghề sau lớp 9
bằng cấp hai
cấp lại bằng
làm lại bằng tốt nghiệp
khai giảng
nghỉ hè
nghỉ tết
lịch nghỉ tết
lịch thi
tựu trường
ngày tựu trường
phường ba đình
phường ngọc hà
phường giảng võ
quán thánh
trúc bạch
cống vị
đội cấn
kim mã
liễu giai
ngọc khánh
phúc xá
thành công
vĩnh phúc
điện biên
nguyễn trung trực
quận ba đình
hà nội
dạ cho em hỏi
ạ
`
  .trim()
  .split('\n');
