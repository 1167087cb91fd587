import { subjectWords } from './subject-words.js';

describe('The words of a subject', () => {
  it.each([
    ['V/v gửi, nhận văn bản ĐIỆN TỬ', ['v', 'v', 'gui', 'nhan', 'van', 'ban', 'dien', 'tu']],
    ['Quyết định số 28/2018/QĐ-TTg', ['quyet', 'dinh', 'so', '28', '2018', 'qd', 'ttg']],
    ['điện tử'.normalize('NFD'), ['dien', 'tu']],
    ['“Đề án 100%” (<b>dự thảo</b>)', ['de', 'an', '100', 'b', 'du', 'thao', 'b']],
    [' % _ \\ ', []],
  ])('of %j are %j', (text, words) => {
    expect(subjectWords(text)).toEqual(words);
  });
});
