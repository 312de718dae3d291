/**
 * Code points (hexadecimal, ranges) that the Noto packages list in a slice's `unicode-range` though at least one of
 * the four faces has no glyph for them. Their ranges were drawn up for all languages at once. A test compares this
 * list with the fonts themselves and prints the right one when a new version of them differs.
 */
const gaps =
  '104-10f 114-119 11c-127 12c-142 145-146 149-14b 150-167 16e-191 193-19f 1a2-1ae 1b1-1cc 1dd-1f7 1fa-250 ' +
  '252-260 262-2ba 2bc-2c6 2c8 2cc-2d8 2da 2dc-2e9 2ec-2ff 302-303 305-306 308-30b 30d 311 31b 321-325 327-329 ' +
  '32b-32c 32e-32f 331-339 33c-33d 33f 348 352 35c 35e-35f 361 363 368 36c 36f 400 402-40f 450 452-45f 490-491 ' +
  '4b0-4b1 530-540 55d-55e 561 563 565 56b 56e-579 627-629 631 639 644 64a 926 928 939 93f-940 94d e17 e22 e44 ' +
  '1d00-1dbf 1dc4-1dc5 1e00-1e3d 1e40-1e9f 1efa-1eff 1f62 1f7b 2000-2001 2003-2012 2015-2017 201b 201f-2021 ' +
  '2023-2025 2027-2031 2034-2038 203b-2070 2075-2078 207a-2083 208c-208e 2092 20a0-20a8 20aa 20ad-20c0 20db ' +
  '20e0 20e3 2117 2120 2133 2139 21a0 21a9-21aa 21af 21b3 21b5 21ba-21bb 21ca 21d1 21d3 21e1 2217-2219 223c ' +
  '2252 2256 22b0-22b1 22b9 22c5-22c6 2304 230b 2313-2314 231a-231b 2323 239b 239d-239e 23a0 23e9 23f0 23f3 ' +
  '2445 2449 25ac-25ad 25b0 25b4-25b5 25b8-25bb 25be-25bf 25c2 25c4 25c8 25cd 25d4-25d5 25d8 25dc-25e1 ' +
  '25ea-25eb 25fe 2604 2611 2614-2615 2618 261a-261b 2620 2622-2623 262a 262d-262e 2630 2639-263f 2648-2655 ' +
  '2658 265a-265b 265d-265e 2688 2693-2696 2698-2699 269c 26a1 26a4 26aa-26ab 26c4-26c5 26d4 26e9 26f0-26f1 ' +
  '26f3 26f5 26fd 2704-2706 2708-270f 2712 2714-2718 271b 271d 271f 2721 2724-2730 2732-2734 273a 273e ' +
  '2741-2744 2747-2749 274c 274e-274f 2753-2755 2757 275b 275d-275e 2763-2767 276e-276f 2794-2796 279c ' +
  '279f-27a0 27a2 27a4-27a5 27a8 27b0 27b2-27b3 27b9 27e8-27e9 27f6 2800 28ec 2913 2921-2922 2a2f 2b50 2b55 ' +
  '2bc5-2bc6 2c60-2c7f 2e1c-2e1d 3164 4db6-4dbf 9ff0-9fff a001 a007 a025 a046-a047 a057 a072 a078-a079 a083 ' +
  'a085 a100 a118 a132 a134 a1f4 a242 a4a6 a4aa a4b0-a4b1 a4b3 a720-a7ff a9c1-a9c2 ac00-ac01 ac04 ac08 ' +
  'ac10-ac11 ac13-ac16 ac19 ac1c-ac1d ac24 ac70-ac71 ac74 ac77-ac78 ac80-ac81 ac83 ac8c ac90 ac9f-aca0 ' +
  'aca8-aca9 acac acb0 acbd acc1 acc4 ace0-ace1 ace4 ace8 acf3 acf5 acfc-acfd ad00 ad0c ad11 ad1c ad34 ad50 ' +
  'ad64 ad6c-ad6d ad70 ad74 ad7f ad81 ad8c adc0 adc8 addc ade0 adf8-adf9 adfc ae00 ae08-ae09 ae0b ae30 ae34 ' +
  'ae38 ae40 ae4a ae4c ae54 ae68 aebc aed8 af2c-af2d c5b4 d55c e600-e608 e60a-e60c e60e-e611 e621 e675 e6b9 ' +
  'e715 f0a7 f0b2 f0b7 f0c9 f0d8 f0da f0dc-f0dd f0e0 f0e6 f0eb f0fc f101 f104-f105 f107 f10b f11b f14b f18a ' +
  'f193 f1d6-f1d7 f244 f27a f296 f2ae f471 f4b3 f610-f611 f880-f881 f8ec f8f5 f8ff f90a f941 f969 f96b f96f ' +
  'f978 f981 f997 f99c f9b2 f9b5 f9ba f9ca f9d1 f9e1 f9f7 fa00-fa01 fdfc fe0e-fe0f fe8e fe92-fe93 feae feb8 ' +
  'fecb-fecc fee0 fee3 fef3 feff fffc-fffd 1f004 1f1e6-1f1f5 1f1f7-1f1ff 1f300 1f302-1f308 1f30a-1f311 1f315 ' +
  '1f319-1f320 1f324 1f327 1f32a 1f32c-1f32d 1f330-1f357 1f359-1f37e f012b';

/** The code points below as a set. */
export function readFontGaps(): ReadonlySet<number> {
  const points = new Set<number>();
  for (const range of gaps.split(' ')) {
    const [first = '', last = first] = range.split('-');
    for (let point = Number.parseInt(first, 16); point <= Number.parseInt(last, 16); point += 1) points.add(point);
  }
  return points;
}
