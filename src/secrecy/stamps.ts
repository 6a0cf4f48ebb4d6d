/**
 * Where words of secrecy have to stand to count. `anywhere`: nobody writes them but as an instruction. `stamp`: in running text
 * they tell of secrecy, as capitals or by themselves they are a stamp. `alone`: everyday words that count in capitals alone.
 */
export type Stands = 'anywhere' | 'stamp' | 'alone';

export interface Stamp {
  /** For programs: the same for all ways of writing it. */
  readonly code: string;
  /** Small letters, NFC. */
  readonly words: string;
  readonly stands: Stands;
  /** Whether it is safe to look for it without its marks: it must not be something else then. */
  readonly bare?: true;
}

const one = (code: string, stands: Stands, ...words: readonly string[]): Stamp[] =>
  words.map((each) => ({ code, words: each, stands }));
const bare = (code: string, stands: Stands, ...words: readonly string[]): Stamp[] =>
  one(code, stands, ...words).map((each) => ({ ...each, bare: true }));

/*
 * The stamps of Vietnamese law (three degrees, and what stands beside them), and what papers from abroad carry in their place.
 * `tối mật` and `không phổ biến` are left out without marks: `toi mat` is also `tôi mất`, and “not common” is everyday prose.
 */
const vietnamese: readonly Stamp[] = [
  ...bare('tuyet-mat', 'stamp', 'tuyệt mật'),
  ...one('toi-mat', 'stamp', 'tối mật'),
  ...one('mat', 'alone', 'mật'),
  ...one('mat', 'stamp', 'tài liệu mật', 'văn bản mật', 'công văn mật', 'hồ sơ mật'),
  ...bare('noi-bo', 'anywhere', 'chỉ lưu hành nội bộ', 'lưu hành nội bộ'),
  ...bare('noi-bo', 'anywhere', 'chỉ sử dụng nội bộ', 'chỉ dùng trong nội bộ'),
  ...one('khong-pho-bien', 'stamp', 'không phổ biến'),
  ...one('khong-pho-bien', 'anywhere', 'không được phổ biến ra ngoài', 'cấm phổ biến'),
  ...one('khong-sao-chup', 'anywhere', 'cấm sao chụp', 'không được sao chụp'),
  ...one('boc-bi', 'anywhere', 'chỉ người có tên mới được bóc bì', 'tài liệu thu hồi'),
];

const english: readonly Stamp[] = [
  ...one('top-secret', 'stamp', 'top secret'),
  ...one('secret', 'alone', 'secret'),
  ...one('confidential', 'alone', 'confidential', 'restricted', 'classified'),
  ...one('confidential', 'stamp', 'strictly confidential'),
  ...one('internal-use', 'anywhere', 'for internal use only', 'internal use only', 'for official use only'),
  ...one('not-for-release', 'anywhere', 'not for public release', 'not for distribution', 'do not distribute'),
];

const french: readonly Stamp[] = [
  ...one('tres-secret', 'stamp', 'très secret', 'secret défense', 'très secret défense'),
  ...one('confidentiel', 'alone', 'confidentiel', 'confidentielle'),
  ...one('confidentiel', 'stamp', 'confidentiel défense', 'strictement confidentiel'),
  ...one('diffusion-restreinte', 'anywhere', 'diffusion restreinte', 'ne pas diffuser'),
  ...one('usage-interne', 'anywhere', 'à usage interne', 'usage interne uniquement', 'usage exclusivement interne'),
];

const chinese: readonly Stamp[] = [
  ...one('juemi', 'stamp', '绝密', '絕密'),
  ...one('jimi', 'stamp', '机密', '機密'),
  ...one('mimi', 'alone', '秘密'),
  ...one('neibu', 'stamp', '内部资料', '內部資料', '内部文件', '內部文件'),
  ...one('neibu', 'anywhere', '仅供内部使用', '僅供內部使用', '内部资料注意保存'),
  ...one('wai-chuan', 'anywhere', '请勿外传', '請勿外傳', '不得外传', '不得外傳', '严禁外传', '嚴禁外傳'),
];

/** Longer ones first, so that what contains another one is found whole. */
export const stamps: readonly Stamp[] = [...vietnamese, ...english, ...french, ...chinese].toSorted(
  (a, b) => b.words.length - a.words.length,
);

/** Labels behind which a form has its degree of secrecy, whatever the case. */
export const labels = /(?:độ mật|classification|密级|密級)\s*[:：]\s*$/iu;
