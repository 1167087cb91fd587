/**
 * The usual departments of a province by level 2 of their code; the province's name follows. The first 19, alphabetical but for their type
 * words, were seen in Tây Ninh; giving them to every province, and 20, is ours.
 */
export const DEPARTMENTS: readonly (readonly [levelTwo: string, name: string])[] = [
  ['01', 'Ban Quản lý Khu kinh tế'],
  ['02', 'Sở Công Thương'],
  ['03', 'Sở Giáo dục và Đào tạo'],
  ['04', 'Sở Giao thông vận tải'],
  ['05', 'Sở Kế hoạch và Đầu tư'],
  ['06', 'Sở Khoa học và Công nghệ'],
  ['07', 'Sở Lao động - Thương binh và Xã hội'],
  ['08', 'Sở Ngoại vụ'],
  ['09', 'Sở Nội vụ'],
  ['10', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['11', 'Sở Tài chính'],
  ['12', 'Sở Tài nguyên và Môi trường'],
  ['13', 'Thanh tra'],
  ['14', 'Sở Thông tin và Truyền thông'],
  ['15', 'Sở Tư pháp'],
  ['16', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['17', 'Văn phòng Ủy ban nhân dân'],
  ['18', 'Sở Xây dựng'],
  ['19', 'Sở Y tế'],
  ['20', 'Ban Dân tộc'],
];
