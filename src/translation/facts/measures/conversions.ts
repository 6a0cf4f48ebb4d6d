/** What a unit is in the first unit of its sort: factor, and for temperatures what is added. */
interface Scale {
  readonly sort: string;
  readonly factor: number;
  readonly plus?: number;
}

const scales: Readonly<Record<string, Scale>> = {
  km: { sort: 'length', factor: 1000 },
  m: { sort: 'length', factor: 1 },
  cm: { sort: 'length', factor: 0.01 },
  mm: { sort: 'length', factor: 0.001 },
  mi: { sort: 'length', factor: 1609.344 },
  ft: { sort: 'length', factor: 0.3048 },
  in: { sort: 'length', factor: 0.0254 },
  yd: { sort: 'length', factor: 0.9144 },
  'km/h': { sort: 'speed', factor: 1 },
  mph: { sort: 'speed', factor: 1.609344 },
  km2: { sort: 'area', factor: 1e6 },
  m2: { sort: 'area', factor: 1 },
  ha: { sort: 'area', factor: 1e4 },
  acre: { sort: 'area', factor: 4046.86 },
  'sq ft': { sort: 'area', factor: 0.092903 },
  'sq mi': { sort: 'area', factor: 2_589_988 },
  kg: { sort: 'weight', factor: 1000 },
  g: { sort: 'weight', factor: 1 },
  lb: { sort: 'weight', factor: 453.592 },
  t: { sort: 'weight', factor: 1e6 },
  '°C': { sort: 'warmth', factor: 1 },
  '°F': { sort: 'warmth', factor: 5 / 9, plus: (-32 * 5) / 9 },
  min: { sort: 'time', factor: 60 },
  s: { sort: 'time', factor: 1 },
  h: { sort: 'time', factor: 3600 },
  d: { sort: 'time', factor: 86_400 },
  wk: { sort: 'time', factor: 604_800 },
  mo: { sort: 'time', factor: 2_629_800 },
  y: { sort: 'time', factor: 31_557_600 },
  decade: { sort: 'time', factor: 315_576_000 },
};

/** Whether a unit measures what people convert for each other: lengths, areas, speeds, weights, warmth, and no time. */
export const isMeasure = (unit: string): boolean => unit === '°' || (scales[unit]?.sort ?? 'time') !== 'time';

/** How far a converted quantity may be from the exact one: translators round (10 miles are 16 km). */
const tolerance = 0.06;

/** Degrees that are not said to be of one sort may be of either. */
const sortsOf = (unit: string): readonly string[] => (unit === '°' ? ['°C', '°F'] : [unit]);

const split = (value: string): { amount: number; unit: string } => {
  const at = value.indexOf(' ');
  return { amount: Number(value.slice(0, at)), unit: value.slice(at + 1) };
};

const isNear = (amount: number, unit: string, otherAmount: number, otherUnit: string): boolean => {
  const [scale, other] = [scales[unit], scales[otherUnit]];
  if (unit === otherUnit || !scale || !other || scale.sort !== other.sort) return false;
  const first = amount * scale.factor + (scale.plus ?? 0);
  const second = otherAmount * other.factor + (other.plus ?? 0);
  return Math.abs(first - second) <= tolerance * Math.max(Math.abs(first), Math.abs(second));
};

/** Whether two quantities are the same in other units: `10 mi` and `16 km`. Two of the same unit are so only when equal. */
export const isConverted = (one: string, other: string): boolean => {
  const [a, b] = [split(one), split(other)];
  return sortsOf(a.unit).some((unit) => sortsOf(b.unit).some((second) => isNear(a.amount, unit, b.amount, second)));
};
