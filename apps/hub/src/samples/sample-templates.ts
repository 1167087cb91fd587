import { documentTypeOf, TYPE_ABBREVIATIONS } from '#core';
import { type SampleTemplate } from '#wire';

type Draft = Omit<SampleTemplate, 'notation'>;

const DRAFTS: readonly Draft[] = [
  {
    id: 'cong-van',
    typeName: 'Công văn',
    subject: 'V/v đẩy mạnh gửi, nhận văn bản điện tử giữa các cơ quan nhà nước',
    content:
      'Đề nghị quý cơ quan chỉ đạo các đơn vị trực thuộc thực hiện nghiêm việc gửi, nhận văn bản điện tử có ký số trên Trục liên thông văn bản quốc gia; báo cáo khó khăn, vướng mắc trước ngày 25 hằng tháng.',
    priority: 0,
  },
  {
    id: 'giay-moi',
    typeName: 'Giấy mời',
    subject: 'Giấy mời họp đánh giá tình hình kinh tế - xã hội quý và nhiệm vụ trọng tâm quý tới',
    content:
      'Trân trọng kính mời đại diện lãnh đạo quý cơ quan dự họp. Thời gian: 14 giờ 00, thứ Sáu tuần này. Địa điểm: Phòng họp số 1.',
    priority: 1,
  },
  {
    id: 'bao-cao',
    typeName: 'Báo cáo',
    subject: 'Báo cáo kết quả công tác cải cách hành chính 6 tháng đầu năm',
    content:
      'Kết quả thực hiện kế hoạch cải cách hành chính 6 tháng đầu năm, tồn tại, nguyên nhân và nhiệm vụ 6 tháng cuối năm.',
    priority: 0,
  },
  {
    id: 'to-trinh',
    typeName: 'Tờ trình',
    subject: 'Tờ trình về việc phê duyệt chủ trương đầu tư dự án cải tạo, nâng cấp trụ sở làm việc',
    content: 'Kính trình cấp có thẩm quyền xem xét, phê duyệt chủ trương đầu tư dự án với các nội dung chính kèm theo.',
    priority: 0,
  },
  {
    id: 'quyet-dinh',
    typeName: 'Quyết định',
    subject: 'Quyết định về việc thành lập Tổ công tác thúc đẩy chuyển đổi số',
    content:
      'Thành lập Tổ công tác thúc đẩy chuyển đổi số; quy định nhiệm vụ, quyền hạn và chế độ làm việc của Tổ công tác.',
    priority: 0,
  },
  {
    id: 'thong-bao',
    typeName: 'Thông báo',
    subject: 'Thông báo kết luận cuộc họp giao ban về tiến độ giải ngân vốn đầu tư công',
    content:
      'Các chủ đầu tư tập trung tháo gỡ vướng mắc về giải phóng mặt bằng, bảo đảm tỷ lệ giải ngân theo kế hoạch được giao.',
    priority: 0,
  },
  {
    id: 'ke-hoach',
    typeName: 'Kế hoạch',
    subject: 'Kế hoạch triển khai phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm nay',
    content: 'Mục đích, yêu cầu, nội dung, phân công nhiệm vụ và kinh phí thực hiện.',
    priority: 0,
  },
  {
    id: 'chi-thi',
    typeName: 'Chỉ thị',
    subject: 'Chỉ thị về tăng cường các biện pháp phòng cháy, chữa cháy rừng trong mùa khô',
    content:
      'Yêu cầu các sở, ban, ngành và Ủy ban nhân dân các cấp triển khai ngay các biện pháp phòng cháy, chữa cháy rừng.',
    priority: 1,
  },
  {
    id: 'cong-dien',
    typeName: 'Công điện',
    subject: 'Công điện về việc tập trung ứng phó với bão và mưa lũ trên diện rộng',
    content:
      'Hủy các cuộc họp chưa cấp bách; kiểm tra hồ đập, sơ tán dân khỏi vùng nguy hiểm; trực ban 24/24 giờ và báo cáo về Ban Chỉ đạo trước 17 giờ hằng ngày.',
    priority: 3,
  },
  {
    id: 'nghi-quyet',
    typeName: 'Nghị quyết',
    subject: 'Nghị quyết về nhiệm vụ phát triển kinh tế - xã hội năm tới',
    content: 'Các chỉ tiêu chủ yếu, nhiệm vụ, giải pháp trọng tâm và tổ chức thực hiện.',
    priority: 0,
  },
  {
    id: 'huong-dan',
    typeName: 'Hướng dẫn',
    subject: 'Hướng dẫn lập hồ sơ điện tử và nộp lưu tài liệu vào lưu trữ cơ quan',
    content:
      'Hướng dẫn các bước lập hồ sơ công việc trên phần mềm quản lý văn bản và điều hành, và nộp lưu hồ sơ, tài liệu điện tử.',
    priority: 0,
  },
  {
    id: 'phieu-chuyen',
    typeName: 'Phiếu chuyển',
    subject: 'Phiếu chuyển đơn kiến nghị của công dân đến cơ quan có thẩm quyền giải quyết',
    content:
      'Chuyển đơn đến quý cơ quan để xem xét, giải quyết theo thẩm quyền và trả lời công dân theo quy định của pháp luật.',
    priority: 2,
  },
];

/** Documents of the usual types to begin a sample with. `notation` is the type's abbreviation in a notation, empty where it has none. [ours] */
export const SAMPLE_TEMPLATES: readonly SampleTemplate[] = DRAFTS.map((draft) => ({
  ...draft,
  notation: abbreviationOf(draft.typeName),
}));

function abbreviationOf(typeName: string): string {
  const type = documentTypeOf(typeName);
  return type === 'khác' ? '' : (TYPE_ABBREVIATIONS[type] ?? '');
}
