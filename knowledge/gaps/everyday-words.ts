/**
 * Different words for the same everyday need of a school, reviewed by hand, folded: whoever writes one of a line also
 * means the others. Only for putting questions together, never for finding an answer.
 */
export const SAME_NEEDS: readonly (readonly string[])[] = `
tham quan / da ngoai / trai nghiem / cam trai
so dien thoai / so may / hotline / so lien he / goi dien
tac duong / un tac / ket xe / phan luong
do xe / gui xe / dau xe
thuc don / an gi / bua trua / bua xe / an trua
kiem tra cuoi / thi hoc ki / thi cuoi / kiem tra hoc ki / hoc ky / hoc ki
si so / dong hoc sinh / lop dong / dong qua / tach lop / chia lop
bao / ret / nang nong / mua ngap / nhiet do / thoi tiet
xe dua don / xe buyt truong / di xe cua truong / xe tuyen
nghi hoc / xin nghi / nghi phep
nghi he / be giang / hoc he / tuu truong
nghi tet / sau tet / tet nguyen dan
cam / om / sot / benh
tre tu ky / tu ky / khuyet tat / hoa nhap / cham noi / tang dong
bat nat / treu / danh nhau / danh ban
tam ly / tham van
cap lai / lam lai / mat the / lam the
tai khoan / mat khau / dang nhap
camera / xem lai camera
be boi / hoc boi / day boi
dong phuc / ao dong phuc
giu tre / trong tre / nhom tre
tuyen giao vien / thi vien chuc / xin viec / xin day
luong / phu cap / tang luong
`
  .trim()
  .split('\n')
  .map((line) => line.split(' / '));

/** Words that nearly every question to a school office holds: they tell no need from another. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `mong tra loi som cam on nhieu page chao giai dap giup hoi phong giao duc xin truong con hoc lop em duoc co khong bao
  cho ad bao nhieu may dau hoac nao sao`.split(/\s+/),
);

/** Words that say little, but something. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  `sinh phu huynh nam hien gio nhung nguoi day vua luc dang chau be nha minh muon biet thong tin huong dan`.split(
    /\s+/,
  ),
);
