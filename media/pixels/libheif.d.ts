/** The part of libheif-js that is used here; its own declarations do not say what decoding answers. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  export interface Libheif {
    heif_context_alloc(): object;
    heif_context_read_from_memory(context: object, bytes: Uint8Array): { code: unknown; message: string };
    heif_js_context_get_primary_image_handle(context: object): object;
    heif_js_decode_image2(
      handle: object,
      colours: unknown,
      chroma: unknown,
    ): {
      /** Instead of a picture: why there is none. */
      readonly code?: unknown;
      readonly message?: string;
      readonly width?: number;
      readonly height?: number;
      readonly channels?: readonly { readonly stride: number; readonly data: Uint8Array }[];
    };
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown };
    readonly heif_error_code: {
      readonly heif_error_Ok: unknown;
      readonly heif_error_Unsupported_feature: unknown;
      readonly heif_error_Unsupported_filetype: unknown;
    };
  }
  /** A decoder with a memory of its own. */
  // biome-ignore lint/style/noDefaultExport: it is the package that exports so
  export default function open(): Libheif;
}
