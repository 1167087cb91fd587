import { type ErrorEntry } from './error-entry.js';

/** Errors about samples, which the hub writes and hands in for a system. */
export const SAMPLE_ERRORS = {
  SAMPLE_SENDER_UNSERVED: {
    http: 409,
    kind: 'use',
    title: 'Cơ quan {code} chưa có hệ thống nào trên trục, nên không gửi thử thay được.',
    titleEn: 'No system on the axis speaks for {code}, so nothing can be sent for it as a sample.',
    remedy: 'Chọn cơ quan gửi khác, hoặc ghi danh hệ thống cho cơ quan này bằng ./truc systems add.',
    remedyEn: 'Choose another sender, or enrol a system for this one with ./truc systems add.',
  },
  SAMPLE_SENDER_LOCKED: {
    http: 409,
    kind: 'use',
    title: 'Hệ thống {system} của cơ quan {code} đang bị khóa, nên không gửi thử thay được.',
    titleEn: 'The system {system} of {code} is locked, so nothing can be sent for it as a sample.',
    remedy: 'Mở khóa hệ thống này, hoặc chọn cơ quan gửi khác.',
    remedyEn: 'Unlock the system, or choose another sender.',
  },
  SAMPLES_NOBODY_CONNECTED: {
    http: 409,
    kind: 'use',
    title: 'Trên trục chưa có hệ thống nào gửi được, nên không tạo được văn bản mẫu.',
    titleEn: 'No system on the axis can send, so no samples can be made.',
    remedy: 'Ghi danh ít nhất một hệ thống bằng ./truc systems add, rồi thử lại.',
    remedyEn: 'Enrol at least one system with ./truc systems add, then try again.',
  },
} as const satisfies Record<string, ErrorEntry>;
