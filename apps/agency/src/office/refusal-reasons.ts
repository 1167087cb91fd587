/** Why a clerk refuses a document (02), in the words such refusals use. */
export const REFUSAL_REASONS: readonly string[] = [
  'Văn bản không thuộc thẩm quyền giải quyết của cơ quan.',
  'Văn bản thiếu phụ lục nêu trong nội dung, đề nghị gửi lại đầy đủ.',
  'Tệp đính kèm không mở được, đề nghị kiểm tra và gửi lại.',
  'Chữ ký số trên tệp văn bản không hợp lệ.',
  'Văn bản gửi nhầm nơi nhận.',
  'Thể thức văn bản chưa đúng quy định tại Nghị định 30/2020/NĐ-CP.',
];
