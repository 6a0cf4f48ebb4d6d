import type { Language } from './words.ts';

/** A fault in how a language is set that a pattern finds whatever the sentence says. */
export interface Fault {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly pattern: RegExp;
}

/** The commonest characters that traditional Chinese has and simplified Chinese never. */
const traditional = [
  '這個來為國學會時書東車馬門開關現與從點樂經過廣場舊橋們說對發動進還後長問間實業電話語請讓認識設計給紀級線結終絕統維編練總條見親覺觀訪調談論讀',
  '變應專傳傷億優債價儀兒內兩冊剛創劃劇劉勞勢匯區協單嘆團圍園圖圓報壓夠夢奪獎婦孫寧寫寶將層島嶼帶師幣幫幹庫廠廳張強彈彙徑復恆惡愛慶憑憲懷戰戲擁',
  '擇擔據擠擴擺攝數敵斷曆曉橫歐歲歷歸殺氣決沒況淨測湯準溫滿漁漢灣煙燈營爐爭狀獨獻獲環產畫異當療皺盜監盤眾確禮禍稱種積穩窮筆節築簡類粵紅紗純紙細',
  '組綠網緊縣縱織繪續罰羅聖聯聲職聽肅腳脫臨舉艦藝藥蘇蘭號處裝裡補製複覽觸訂訊討訓託記許訴診證評詞試詩誌誠課諸謝譯議護豐負財貢貧貨販貴買貸費賀賓',
  '賣賽贈趕跡踐蹟輕輛輪輯輸轉農運達違遠適選遺郵鄉醫釋針鈔鉛銀銅鋪錄錢錯鎮鏡鐘鐵鑒閃閉閒閣閱闊陣陰陳陸陽隊際隨險雖雙雜離難雲靈靜響頁頂項順須預領',
  '頭題願顧顯風飛飯飲館驗體鬧魚鮮鳥鳳麗麥黃黨齊齒龍龜於並週採遊徵',
].join('');

/** Faults that may stand neither in the studio's words nor in what the demo publishes. */
export const faults: readonly Fault[] = [
  { name: 'a space before a mark of punctuation', languages: ['vi', 'en'], pattern: /\s[,.;:!?)”](?!\p{L})|[(“]\s/u },
  { name: 'straight quotation marks', languages: ['vi', 'zh'], pattern: /["'`]/ },
  {
    name: 'the tone mark not on the first letter of a final oa, oe, uy (hòa, khỏe, thủy; but hoàn, quý)',
    languages: ['vi'],
    pattern: /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})|(?:[òóỏõọ][ae]|[ùúủũụ]y)\p{L}/iu,
  },
  {
    name: 'half-width punctuation beside Chinese',
    languages: ['zh'],
    pattern: /\p{Script=Han} *[,.;:!?()]|[,;:!?()] *\p{Script=Han}/u,
  },
  {
    name: 'a space beside full-width punctuation or between Chinese words',
    languages: ['zh'],
    pattern: /\s[，。；：！？、）》”’]|[，。；：！？、（《“‘]\s|\p{Script=Han}\s+\p{Script=Han}/u,
  },
  { name: 'a dash of one width in Chinese', languages: ['zh'], pattern: /(?<!—)—(?!—)/ },
  { name: 'spaces in a date (2026年11月25日)', languages: ['zh'], pattern: /\d\s+[年月日]|[年月]\s+\d/ },
  { name: '的 twice', languages: ['zh'], pattern: /(?<!目)的的(?!确)/ },
  { name: 'traditional characters', languages: ['zh'], pattern: new RegExp(`[${traditional}]`) },
];

/** Names have one form in this house; these are others. */
export const otherNames: readonly Fault[] = [
  {
    name: 'not 守添, 守德, 滨城, 独立宫, 圣母大教堂, 市大剧院, 奥黛, 芽龙, 芹耶',
    languages: ['zh'],
    pattern: /首添|首德|滨成|边城|槟城|统一宫|红教堂|歌剧院|奥戴|龙屋|芹滁|芹蒢/,
  },
  {
    name: 'not Thành phố Hồ Chí Minh',
    languages: ['vi'],
    pattern: /TP\.?\s?HCM|Tp\.|Thành Phố|thành phố Hồ Chí Minh/,
  },
];

/** Districts are gone since 1 July 2025: the city has wards, communes and a special zone. */
export const goneUnits: readonly Fault[] = [
  { name: 'quận, huyện', languages: ['vi'], pattern: /(?<!\p{L})(?:quận|huyện)(?!\p{L})/iu },
  { name: '郡, 县', languages: ['zh'], pattern: /[郡县]/ },
  { name: 'district', languages: ['en'], pattern: /\bdistricts?\b/i },
  { name: 'arrondissement, district', languages: ['fr'], pattern: /\b(?:arrondissements?|districts?)\b/i },
];

/**
 * The studio's Chinese has a space between Chinese and Latin letters or figures, because commands and names of
 * variables stand in it; dates have none, nor do brackets and quotation marks. Published Chinese has none at all.
 */
export const lacksSpace = (text: string): boolean =>
  /\p{Script=Han}[\p{Script=Latin}\d]|[\p{Script=Latin}\d]\p{Script=Han}/u.test(
    text
      .replace(/\$t\([^)]*\)+/g, '：')
      .replace(/{{[^}]*}}/g, 'X')
      .replace(/\d+年(?:\d+月(?:\d+日)?)?/g, '年'),
  );
