import { secretMarkingIn } from './secret-marking.js';

describe('A secret marking', () => {
  it.each([
    ['MẬT', 'MẬT'],
    ['Công văn MẬT về nhân sự', 'MẬT'],
    ['TỐI MẬT: kế hoạch A2', 'TỐI MẬT'],
    ['(TUYỆT MẬT)', 'TUYỆT MẬT'],
    ['TUYỆT  MẬT', 'TUYỆT MẬT'],
    ['to_trinh_MẬT.pdf', 'MẬT'],
    ['TỐI_MẬT.docx', 'TỐI MẬT'],
    ['MẬT01.pdf', 'MẬT'],
    ['QUY CHẾ BẢO MẬT', 'MẬT'],
  ])('is found in %p', (text, marking) => {
    expect(secretMarkingIn(text)).toBe(marking);
    expect(secretMarkingIn(text.normalize('NFD'))).toBe(marking);
  });

  it.each([
    'V/v bảo mật thông tin',
    'mật',
    'Mật',
    'bí Mật',
    'MẬTĐỘ',
    'ĐMẬT',
    'MẬTÀ',
    'ÀMẬT',
    'MAT',
    'MẤT',
    'MẶT TRẬN TỔ QUỐC',
    '',
  ])('is not in %p', (text) => {
    expect(secretMarkingIn(text)).toBeUndefined();
    expect(secretMarkingIn(text.normalize('NFD'))).toBeUndefined();
  });
});
