import { type ErrorEntry } from './error-entry.js';

/** Errors about people who sign in, what they may do, and the tokens of programs. */
export const ACCOUNT_ERRORS = {
  SIGN_IN_REFUSED: {
    http: 401,
    kind: 'use',
    title: 'Tên hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa.',
    titleEn: 'Name or password is wrong, or the account is locked.',
    remedy: 'Kiểm tra lại; nếu quên mật khẩu, nhờ quản trị viên cấp lại bằng ./truc account password TÊN.',
    remedyEn:
      'Check them; if the password is lost, an administrator gives a new one with ./truc account password NAME.',
  },
  SIGN_IN_TOO_OFTEN: {
    http: 429,
    kind: 'use',
    title: 'Đăng nhập sai quá nhiều lần; thử lại sau {seconds} giây.',
    titleEn: 'Signing in failed too often; try again in {seconds} seconds.',
    remedy: 'Đợi hết thời gian ấy; phiên đang mở và ./truc trên máy của trục vẫn dùng được.',
    remedyEn: "Wait that long; open sessions and ./truc on the hub's machine still work.",
  },
  PASSWORD_WRONG: {
    http: 403,
    kind: 'use',
    title: 'Mật khẩu hiện tại không đúng.',
    titleEn: 'The present password is wrong.',
    remedy: 'Nhập lại mật khẩu đang dùng, rồi mật khẩu mới.',
    remedyEn: 'Give the password you sign in with, then the new one.',
  },
  CROSS_SITE: {
    http: 403,
    kind: 'use',
    title: 'Yêu cầu thay đổi này không đến từ trang của chính chương trình nhận nó.',
    titleEn: 'This request to change something does not come from a page of the program that got it.',
    remedy: 'Với cookie của phiên, gửi thêm tiêu đề X-Requested-By: console; chương trình thì dùng mã truy cập.',
    remedyEn: "With a session's cookie, send the header X-Requested-By: console too; programs use a token.",
  },
  TOKEN_REFUSED: {
    http: 401,
    kind: 'use',
    title: 'Mã truy cập của hệ thống không đúng.',
    titleEn: "The system's token is wrong.",
    remedy:
      'Chép lại mã truy cập của đúng hệ thống này: ./truc up cho biết tệp giữ nó, trong container là AGENCY_TOKEN.',
    remedyEn:
      'Copy the token of this very system: ./truc up names the file that keeps it, a container has it in AGENCY_TOKEN.',
  },
  ACCOUNT_EXISTS: {
    http: 409,
    kind: 'refusal',
    title: 'Đã có tài khoản {name}.',
    titleEn: 'There is an account {name} already.',
    remedy: 'Chọn tên khác, hoặc dùng tài khoản đã có.',
    remedyEn: 'Choose another name, or use the account that is there.',
  },
  ACCOUNT_UNKNOWN: {
    http: 404,
    kind: 'refusal',
    title: 'Không có tài khoản nào tên {name}.',
    titleEn: 'No account is named {name}.',
    remedy: 'Xem danh sách bằng lệnh ./truc account list.',
    remedyEn: 'See the list with ./truc account list.',
  },
  ACCOUNT_LAST_ADMINISTRATOR: {
    http: 409,
    kind: 'refusal',
    title: '{name} là quản trị viên cuối cùng còn đăng nhập được.',
    titleEn: '{name} is the last administrator who can sign in.',
    remedy: 'Lập hoặc mở khóa một quản trị viên khác trước.',
    remedyEn: 'Make or unlock another administrator first.',
  },
  TOKEN_UNKNOWN: {
    http: 404,
    kind: 'refusal',
    title: 'Không có mã truy cập nào mang số hiệu {id}.',
    titleEn: 'No token has the id {id}.',
    remedy: 'Tải lại danh sách mã truy cập; có thể nó đã bị thu hồi.',
    remedyEn: 'Load the list of tokens again; it may have been revoked.',
  },
} as const satisfies Record<string, ErrorEntry>;
