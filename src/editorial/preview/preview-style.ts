/** Style of the preview page. It stands in the page itself, which asks nobody for anything else but pictures. */
export const previewStyle = `
*{box-sizing:border-box}
body{margin:0;background:#fbf8f2;color:#1d2423;font:18px/1.65 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
header{position:sticky;top:0;background:#14393b;color:#fff;padding:.7rem max(1rem,calc((100% - 44rem)/2));font-size:14px;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between}
header p{margin:0}
header span{opacity:.8;margin-left:.4rem}
header a{color:#fff}
nav{display:flex;flex-wrap:wrap;gap:.4rem;flex-basis:100%}
nav a{display:flex;flex-direction:column;line-height:1.3;padding:.35rem .8rem;border-radius:8px;text-decoration:none;background:rgb(255 255 255/12%)}
nav a[aria-current]{background:#fff;color:#14393b}
nav small{opacity:.75}
main{padding:2rem max(1rem,calc((100% - 44rem)/2)) 4rem;overflow-wrap:anywhere}
h1{font-size:2.1rem;line-height:1.2;margin:0 0 1rem}
h2,h3,h4{line-height:1.3;margin:2rem 0 .6rem}
.summary{font-size:1.2rem;color:#4a524f}
figure{margin:1.6rem 0}
img{max-width:100%;height:auto;border-radius:10px;display:block}
figcaption{color:#5d6664;font-size:.9rem;margin-top:.4rem}
blockquote{margin:1.5rem 0;padding:.2rem 1.2rem;border-left:4px solid #b3452b}
aside{background:#e3f0ee;border-radius:12px;padding:.6rem 1.2rem;margin:1.6rem 0}
aside h3{margin:.6rem 0}
table{border-collapse:collapse;display:block;overflow-x:auto;margin:1.5rem 0}
th,td{border:1px solid #e2dccf;padding:.5rem .8rem;text-align:left;vertical-align:top;background:#fff}
th{background:#f3eee2}
a{color:#0d4f52}
hr{border:0;border-top:1px solid #e2dccf;margin:2rem 0}
.converted{margin:0 0 1.5rem;padding:.6rem 1rem;border-left:4px solid #14393b;background:#e3f0ee;font-size:.9rem}
.missing{color:#5d6664;text-align:center;padding:4rem 0}
.unprinted{display:none}
@media print{.unprinted{display:block}.unprinted~main,body:has(.unprinted) header{display:none}}
@media(max-width:600px){body{font-size:17px}h1{font-size:1.6rem}header span{display:none}}
`;
