const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== ''));

/** Family names. */
export const SURNAMES = words(`
  nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào lương trịnh mai tô cao tạ hà chu châu kiều quách
  thái lâm phùng trương tăng vương nghiêm đoàn đồng đàm tống từ triệu lã thân ninh khuất doãn nhữ cấn phí quản lưu mạc khổng giang
  hứa bạch lục âu kim tôn vi cù lò hầu giàng sùng vừ nông lãnh chử bành thiều đậu cung nghiêm
`);

/** Family names that are hardly ever another word; without diacritics too. */
export const SURE_SURNAMES = words(
  `nguyễn phạm huỳnh trịnh trương nguyen pham huynh trinh truong quách đặng trần vũ bùi đỗ lê tran bui hoàng hoang phùng nghiêm`,
);

/** Given and middle names. */
export const GIVEN_NAMES = words(`
  an ân ấn anh ánh bách bạch bảo băng bằng bích bình cẩm cát chi chí chiến chinh chính chung chương công cúc cường cương dân danh diễm
  diên diệp diệu dịu doanh dung dũng duy duyên dương đại đan đăng đạt diễn điệp định đoan đông đồng đức gia giang giao hà hạ hải hân hằng
  hạnh hào hảo hậu hiên hiền hiển hiếu hiệp hiệu hoa hòa hoà hoài hoan hoàn hoàng hồng huân huấn huệ hùng huy huyền huỳnh hưng hương hường hữu
  khang khánh khải khiêm khoa khôi khuê khuyên kiên kiệt kiều kim kỳ lam lâm lan lành lân lê lệ liên liêm liễu linh loan lộc lợi long lương luân
  luyến ly lý mai mạnh mẫn mây miên minh mơ my mỹ nam nga ngà ngân nghi nghĩa nghị ngọc nguyên nguyệt nhã nhạn nhân nhất nhật nhi nhiên như nhung
  ninh nữ oanh phát phi phong phú phúc phước phụng phương phượng quân quang quế quốc quý quyên quyền quyết quỳnh sa sam san sang sâm sáng sinh sơn sương
  tài tâm tân tấn thạch thái thanh thành thạo thảo thắm thăng thắng thế thi thị thiện thiên thịnh thoa thơ thơm thông thu thuần thuận thục thúy thuý thùy thuỳ thuỷ thủy thư
  thương thy tiên tiến tín tình tĩnh toàn toản trà trâm trân trang tri trí trinh trình trọng trúc trung trực trường tú tuân tuấn tuệ tùng tuyên tuyền tuyết tường tưởng tùng
  uyên vân văn viên việt vinh vĩnh vũ vượng vy vỹ xuân xuyến yên yến ý đình bá đắc khắc phan trần nguyễn
`);

/** Pet names of children, with and without diacritics. */
export const PET_NAMES = words(`
  bông bong bống bi bin bo bơ bòn bon ben bim bun bún cốm cún cun cua đậu đốm gấu gâu mít mít mít mỡ mèo nhím nấm nâu ngô ong ốc sóc sóc susu su sâu sumo tôm tom tít tin tí tèo tý
  thóc thỏ voi xoài xu xuka cà rốt kem ken kent jerry tommy bắp na ỉn vịt chíp chip dâu min mina mun moon nem nu sam suri xíu zin alex anna bella leo luca ben tony candy
`);

/** Names that are just as often other words when they are typed without diacritics. */
export const UNSURE_WORDS = words(`
  an anh em minh ha hoa mai nam hai ba tu sau tam thi van dan dung duong dat hong kim xuan thu quy tai tien chi chau lam long son thanh binh hieu cong
  chinh hanh hang thao dong thuong viet nhan duc tri tin sang toan thuan ly loan cam que co la bo be ben nhat nhu the trung truong trinh tinh phuong phuc
  phat phong phu quan quang quoc sinh bao bang bi bon chung danh dinh giao gia hoan hien hoc khoa khai loi luong mo my nguyen nghi ngoc tan thang thong tho
  nha cua vien dien pham hay thoi trong truc tuong vi y hoang ho do ngo to cao dao bui vu vo dang dinh ly mai tu su sam san na min bun bap cun kem nu ong oc
  thieu luc rot tang dieu ton khuyen nua
`);

/** What makes the capitals after it the name of a person. With diacritics where they tell it from other words. */
export const HONORIFICS = words(`
  bé cháu con em bạn cô thầy chị anh ông bà bác chú dì cậu mợ mẹ bố ba má thím vợ chồng hs gv ph phhs
`);

/** The same where nobody types diacritics: those that are not mainly other words. */
export const PLAIN_HONORIFICS = words(`be chau con em ban anh ong ba bac chu me bo vo chong hs gv ph phhs chi`);

/** Words that follow an honorific and still leave the name to come: «cô giáo Lan», «cô chủ nhiệm Hằng». */
export const ROLE_WORDS = words(`giao sinh huynh nhiem truong pho mau nuoi`);

/** Words that are no name though they stand in capitals after an honorific, or in a name's place; without diacritics. */
export const NO_NAMES = words(`
  lop truong tieu hoc trung mam non phong so bo ban quan huyen xa phuong thanh pho tinh duong ngo ngach nha khu to chung cu toa hs gv ph phhs bgh ubnd hdnd vneid bhyt
  cccd cmnd thcs thpt th mn gdtx em anh chi ong ba bac chu con chau be co thay ban toi minh nha cac cho hoi xin cam on vang da duoc khong co muon dang hien nay nam vao thi
  la va thuoc o tai di den ve thi nhung vi nen neu khi sao the nao gi ai may bao nhieu roi chua hay nua cung moi da se bi giao hieu pho nhiem chu phu huynh bao trai gai ut
  dau hai thu tu nam sau bay tam chin muoi viet ha noi dinh dong tay nam bac sai gon tphcm hcm zalo facebook messenger page admin ad bot tro ly
  tet dia so bien diem sinh ngay thang tuoi ten ho va dt sdt stk lien he
`);

/** Words before a name that make it one of a place, a school or a newspaper. */
export const PLACE_WORDS = words(`
  trường học sở thông non th thcs thpt mn phố đường phường xã quận huyện ngõ ngách tỉnh thị tổ thôn làng khu chợ hồ cầu ga đền chùa đình cụm đài báo nxb toà tòa
  giải quỹ lớp gd tiểu bộ phủ
`);

/** Words in capitals that end the name before them. */
export const NAME_ENDS = words(`
  lớp hs gv ph phhs thcs thpt th mn học ở là và phường quận phố đường cccd cmnd sđt sdt đt stk email mail zalo trường_học phụ mẹ bố lop hoc o la va khong ko không k phuong_ quan_ pho duong_ me bo
`);

/** Pairs of words that begin something else after a name without capitals; without diacritics. */
export const GOES_ON = words(`
  phu_huynh sinh_nam sinh_ngay hoc_sinh bao_ve dang_ky thi_hoc thi_thi hoc_lop lop_truong con_em hoc_truong chu_nhiem nam_nay la_giao tu_truong quan_tam nhan_xet
  sang_nam nam_ngoai nam_hoc nam_sau nam_truoc sang_lop sang_truong sinh_vien sinh_hoat su_pham dien_tu dien_thoai nha_em nha_minh nha_toi nha_truong can_bo thong_bao thong_tin
  chung_minh chinh_sach quy_dinh cong_an cong_lap hoa_nhap thu_tuc thu_tien tien_hoc tien_an trung_tam trung_hoc tinh_hinh phong_giao thi_sao thanh_pho thi_diem tam_tru thuong_tru
  an_trua an_uong an_ban hoc_ba hoc_phi hoc_ky giao_vien khai_sinh khai_giang long_bien dan_toc hai_dua hai_chau ba_me ba_dinh nam_dinh doan_vien nha_e mam_non nha_tre luu_y minh_hoi minh_muon minh_can em_hoi
  do_truong do_vao do_dai do_nguyen
`);

/** Schools, streets and history are called after them; without diacritics. */
export const PUBLIC_NAMES = words(`
  ho_chi_minh bac_ho hoang_sa hoang_sa_truong_sa truong_sa nguyen_trai nguyen_tri_phuong nguyen_thai_hoc nguyen_cong_tru nguyen_ba_ngoc nguyen_truong_to nguyen_du nguyen_hue nguyen_dinh_chieu nguyen_khuyen nguyen_binh_khiem
  nguyen_sieu nguyen_tat_thanh nguyen_viet_xuan nguyen_van_cu nguyen_van_troi nguyen_chi_thanh nguyen_trung_truc nguyen_hong_dao nguyen_khanh_toan nguyen_van_huyen nguyen_canh_chan
  tran_phu tran_hung_dao tran_quoc_toan tran_nhat_duat tran_duy_hung tran_quy_cap le_loi le_hong_phong le_quy_don le_ngoc_han le_duan le_lai le_thanh_tong le_van_tam le_chan
  phan_chu_trinh phan_chau_trinh phan_dinh_phung phan_dinh_giot phan_boi_chau phan_ke_binh hoang_hoa_tham hoang_dieu hoang_van_thu hoang_quoc_viet hoang_mai ly_thuong_kiet ly_tu_trong ly_thai_to
  ly_nam_de vo_thi_sau vo_nguyen_giap vo_van_kiet ngo_quyen ngo_gia_tu ngo_si_lien ngo_thi_nham chu_van_an dinh_tien_hoang dang_dung dang_tat doi_can doi_nhan giang_vo lieu_giai
  kim_ma kim_dong ton_duc_thang ton_that_thuyet bui_thi_xuan bui_ngoc_duong mac_dinh_chi ha_noi ha_dong ha_huy_tap cao_ba_quat to_hien_thanh to_vinh_dien to_ngoc_van duong_quang_ham luong_the_vinh
  truong_dinh van_bao vinh_phuc thanh_cong ba_dinh hoang_hoa cong_vi ngoc_ha ngoc_khanh phuc_xa truc_bach quan_thanh dien_bien cua_bac thuy_khue viet_nam mai_dich mai_chau thai_nguyen
  thai_thinh thai_binh cau_giay hai_ba_trung ba_trung chu_manh_trinh an_duong_vuong an_duong nghia_tan nghia_do tay_ho dong_da hoan_kiem hai_ba hung_vuong van_mieu chau_long mac_thi_buoi phan_huy_chu viet_kieu dai_loan
`);

/** Words that most names are made of; without diacritics. */
export const FREQUENT_NAMES = words(`
  nguyen tran le pham hoang thi van anh minh ngoc linh phuong thu ha huong trang thanh tuan duc quang huy hung dung hai nam long son khanh bao gia
  nhat lan mai nga hang hanh nhung ngan chi thao quynh yen huu dinh xuan duy tien trong thuy vy my nhi an khoa dang khoi phuc bach hieu cuong kien
  trung tung kiet bich hong kim han tam viet quoc manh hoa hien loan oanh tram vinh thinh thang toan thien uyen phong quan nguyet nhu diep chau tue
`);

/** Words that lists of names hold and that nearly always say something else where nobody writes capitals; without diacritics. */
export const SELDOM_NAMES = words(`bi khong cung can dau lo cua may voi ben ca nghi tra mo ky cu`);

/** The commonest family names without diacritics. */
export const PLAIN_SURNAMES = words(`
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh dao luong trinh mai to cao ta ha chu phung lam truong doan
`);
