'use client';
import { useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { type CropFault, cropFault, cropsOf, fractionsOf, type Part, type Shape } from '#media/crops/crops.ts';
import { readCrops } from '#media/crops/set-crops.ts';
import type { Size } from '#media/sizes/renditions.ts';

export interface Crops {
  /** Pixels of the picture as it is shown. */
  readonly size: Size;
  /** As pages would show them if the form were saved and published now. */
  readonly shown: ReturnType<typeof cropsOf>;
  readonly focus: readonly [x: number, y: number];
  readonly mayChange: boolean;
  /** Why what is set for a shape is not shown; null where nothing is set, or it fits. */
  faultOf(shape: Shape): CropFault | null;
  /** @param part whole pixels; null: take it from the focus */
  set(shape: Shape, part: Part | null): void;
  /** Rounded to the thousandth: finer than anybody can point. */
  setFocus(x: number, y: number): void;
}

const fraction = (value: unknown): number => (typeof value === 'number' ? value : 0.5);

const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

const sizeOf = (data: { readonly master?: unknown } | undefined): Size => {
  const { width, height } = (data?.master ?? {}) as { width?: unknown; height?: unknown };
  const pixels = (value: unknown) => (typeof value === 'number' && value >= 1 ? value : 1);
  return { width: pixels(width), height: pixels(height) };
};

/** Focus and crops as they stand in the form, and how to change them there: nothing is stored before the form is. */
export const useCrops = (): Crops => {
  const { data, hasSavePermission } = useDocumentInfo();
  const { setModified } = useForm();
  const x = useFormFields(([fields]) => fraction(fields.focusX?.value));
  const y = useFormFields(([fields]) => fraction(fields.focusY?.value));
  const stored = useFormFields(([fields]) => fields.crops?.value);
  const dispatch = useFormFields(([, dispatchFields]) => dispatchFields);
  const size = sizeOf(data);
  const set = readCrops(stored);
  const change = (path: string, value: unknown) => {
    dispatch({ type: 'UPDATE', path, value });
    setModified(true);
  };
  return {
    size,
    focus: [x, y],
    shown: cropsOf(size, [x, y], set),
    mayChange: hasSavePermission === true,
    faultOf: (shape) => {
      const part = set[shape];
      return part ? cropFault(shape, part, size) : null;
    },
    set: (shape, part) => {
      const { [shape]: _before, ...others } = set;
      const next = part ? { ...others, [shape]: fractionsOf(part, size) } : others;
      change('crops', Object.keys(next).length === 0 ? null : next);
    },
    setFocus: (across, down) => {
      change('focusX', rounded(across));
      change('focusY', rounded(down));
    },
  };
};
