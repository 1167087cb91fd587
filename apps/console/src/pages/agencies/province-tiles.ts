/** A province on the map of tiles: `branch` is level 1 of its code, column and row count from 1, west to east and north to south. */
export interface ProvinceTile {
  readonly branch: string;
  readonly name: string;
  /** As it fits on a tile. */
  readonly shortName: string;
  readonly column: number;
  readonly row: number;
}

/** Each row from its first column on, from west to east; about where the 63 provinces of 2020 lie. [ours] */
const ROWS: readonly (readonly [firstColumn: number, ...provinces: string[]])[] = [
  [4, 'H22 Hà Giang', 'H14 Cao Bằng'],
  [2, 'H35 Lai Châu', 'H38 Lào Cai', 'H60 Tuyên Quang', 'H03 Bắc Kạn', 'H37 Lạng Sơn'],
  [
    1,
    'H18 Điện Biên',
    'H52 Sơn La',
    'H63 Yên Bái',
    'H44 Phú Thọ',
    'H55 Thái Nguyên',
    'H02 Bắc Giang',
    'H49 Quảng Ninh',
  ],
  [4, 'H62 Vĩnh Phúc', 'H05 Bắc Ninh', 'H23 Hải Dương', 'H24 Hải Phòng'],
  [3, 'H28 Hoà Bình', 'H26 Hà Nội', 'H31 Hưng Yên', 'H54 Thái Bình'],
  [4, 'H25 Hà Nam', 'H40 Nam Định'],
  [3, 'H56 Thanh Hóa', 'H42 Ninh Bình'],
  [3, 'H41 Nghệ An', 'H27 Hà Tĩnh'],
  [4, 'H46 Quảng Bình'],
  [4, 'H50 Quảng Trị', 'H57 TT Huế'],
  [5, 'H47 Quảng Nam', 'H17 Đà Nẵng'],
  [5, 'H34 Kon Tum', 'H48 Quảng Ngãi'],
  [5, 'H21 Gia Lai', 'H08 Bình Định'],
  [5, 'H15 Đắk Lắk', 'H45 Phú Yên'],
  [3, 'H10 Bình Phước', 'H16 Đắk Nông', 'H36 Lâm Đồng', 'H32 Khánh Hòa'],
  [2, 'H53 Tây Ninh', 'H09 Bình Dương', 'H19 Đồng Nai', 'H11 Bình Thuận', 'H43 Ninh Thuận'],
  [2, 'H39 Long An', 'H29 TP HCM', 'H06 BR-VT'],
  [1, 'H01 An Giang', 'H20 Đồng Tháp', 'H58 Tiền Giang', 'H07 Bến Tre'],
  [1, 'H33 Kiên Giang', 'H13 Cần Thơ', 'H61 Vĩnh Long', 'H59 Trà Vinh'],
  [2, 'H30 Hậu Giang', 'H51 Sóc Trăng'],
  [1, 'H12 Cà Mau', 'H04 Bạc Liêu'],
];

/** Names too long for a tile, by the short ones. */
const WHOLE: Readonly<Record<string, string>> = {
  'BR-VT': 'Bà Rịa - Vũng Tàu',
  'TP HCM': 'Thành phố Hồ Chí Minh',
  'TT Huế': 'Thừa Thiên Huế',
};

/** The 63 provinces, each on a tile of its own. */
export const PROVINCE_TILES: readonly ProvinceTile[] = ROWS.flatMap(([firstColumn, ...provinces], row) =>
  provinces.map((province, index) => ({
    branch: province.slice(0, 3),
    name: WHOLE[province.slice(4)] ?? province.slice(4),
    shortName: province.slice(4),
    column: firstColumn + index,
    row: row + 1,
  })),
);
