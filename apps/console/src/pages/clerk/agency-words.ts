import { shared } from '../../words/every-page.js';
import { sayInstead } from '../../words/wording.js';

/** What the pages share speaks of the hub; here it is the agency's own system that answers, or does not. Called once, at the start. */
export function speakAsAgency(): void {
  sayInstead(
    shared,
    {
      axis: 'Văn thư',
      hubAway: 'Mất kết nối tới hệ thống của đơn vị từ {{since}}',
      hubAwayMeans: 'Những gì đang thấy là của lúc ấy. Trang tự nối lại khi hệ thống trở lại.',
      pageBrokenRemedy: 'Tải lại trang; nếu còn lỗi, hãy gửi dòng dưới đây cho người quản trị hệ thống.',
      pageNew: 'Hệ thống đã có phiên bản mới: hãy tải lại trang.',
    },
    {
      axis: 'Clerk',
      hubAway: 'No connection to the agency’s system since {{since}}',
      hubAwayMeans: 'What is shown is of that moment. The page connects again by itself when the system is back.',
      pageBrokenRemedy: 'Reload the page; if it stays broken, give the line below to whoever runs the system.',
      pageNew: 'The system has a new version: reload the page.',
    },
  );
}
