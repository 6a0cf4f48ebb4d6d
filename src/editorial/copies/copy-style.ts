/**
 * Style of a numbered copy. Head and foot are those of a table, which every browser repeats on each sheet of paper; where it can, the
 * sheet counts itself too.
 */
export const copyStyle = `
@page{margin:14mm;@bottom-right{content:counter(page) "/" counter(pages);font-size:9pt}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1rem;background:#fff;color:#1d2423;font:11.5pt/1.55 "Noto Serif","Times New Roman","Noto Serif SC",serif}
table.sheet{width:100%;border-collapse:collapse}
table.sheet>thead>tr>td,table.sheet>tfoot>tr>td{padding:0}
table.sheet>tbody>tr>td{padding:.8rem 0;vertical-align:top;overflow-wrap:anywhere}
.head{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;justify-content:space-between;border-bottom:1px solid #8c1c13;padding-bottom:.4rem}
.head p,.foot p{margin:0}
.stamp{border:2.5px solid #b3261e;color:#b3261e;font-weight:700;font-size:16pt;letter-spacing:.04em;padding:.1rem .8rem;text-transform:uppercase}
.kind{color:#b3261e;font-weight:700;text-transform:uppercase}
.number{font-weight:700;text-align:right}
.foot{border-top:1px solid #8c1c13;padding-top:.3rem;font-size:9pt;line-height:1.4}
small{font-size:9pt;font-weight:400}
h1{font-size:18pt;line-height:1.25;margin:0 0 .6rem}
h2,h3,h4{line-height:1.3;break-after:avoid}
figure{margin:1rem 0;break-inside:avoid}
img{max-width:100%;max-height:200mm;height:auto}
main table,article table{border-collapse:collapse}
article td,article th{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}
dl{margin:0}dt{font-weight:700;margin-top:.5rem}dd{margin:0}
`;
