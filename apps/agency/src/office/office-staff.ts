import { type StatusCode } from '#core';

const NAMES = ['Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung', 'Hoàng Văn Em', 'Vũ Thị Hà', 'Đặng Văn Khoa'];

/** Who in the office says it: clerks receive and refuse, leaders assign, officers work. Made-up names, the same for the same delivery. */
export function staffFor(code: StatusCode, delivery: number): { readonly staff: string; readonly department: string } {
  const staff = NAMES[delivery % NAMES.length]!;
  if (code === '04') return { staff, department: 'Lãnh đạo' };
  return { staff, department: code === '05' || code === '06' ? 'Phòng chuyên môn' : 'Văn thư' };
}
