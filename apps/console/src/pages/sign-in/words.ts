import { wordsOf } from '../../words/wording.js';

/** The words of the sign-in page. */
export const words = wordsOf(
  'sign-in',
  {
    title: 'Đăng nhập',
    purpose: 'Bảng điều khiển của Trục liên thông văn bản quốc gia (mô phỏng tại chỗ)',
    name: 'Tên tài khoản',
    firstTime: 'Lần đầu? Tài khoản admin và mật khẩu hiện ở cửa sổ lệnh khi trục khởi động lần đầu.',
    lost: 'Quên mật khẩu? Người vận hành đặt lại bằng ./truc account password TÊN.',
  },
  {
    title: 'Sign in',
    purpose: 'The console of the national document interchange axis (local simulation)',
    name: 'Account name',
    firstTime:
      'The first time? The account admin and its password are shown on the terminal when the hub first starts.',
    lost: 'Lost your password? Whoever runs the axis makes a new one with ./truc account password NAME.',
  },
);
