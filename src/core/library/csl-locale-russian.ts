/**
 * What the citation style says in Russian: the terms it uses of the locale `ru-RU` of the Citation Style Language project
 * (by Alexei Kouprianov, CC BY-SA 3.0, state of 10 January 2026), which is not on npm. Changed here: roles are abbreviated, so
 * that no name after them has to be declined; months too, so that they fit with and without a day; `с.` is for pages in
 * any number, `б. г.` for a missing year; and kinds of locator are added that were still in English.
 */
export const russianLocale = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="ru-RU">
  <style-options punctuation-in-quote="false"/>
  <date form="text">
    <date-part name="day" suffix=" "/>
    <date-part name="month" form="short" suffix=" "/>
    <date-part name="year"/>
  </date>
  <date form="numeric">
    <date-part name="day" form="numeric-leading-zeros" suffix="."/>
    <date-part name="month" form="numeric-leading-zeros" suffix="."/>
    <date-part name="year"/>
  </date>
  <terms>
    <term name="accessed">просмотрено</term>
    <term name="and">и</term>
    <term name="and others">и др.</term>
    <term name="circa">около</term>
    <term name="et-al">и др.</term>
    <term name="forthcoming">ожидается</term>
    <term name="in">в</term>
    <term name="in press">в печати</term>
    <term name="letter">письмо</term>
    <term name="no date">без даты</term>
    <term name="presented at">представлено на</term>
    <term name="circa" form="short">ок.</term>
    <term name="no date" form="short">б. г.</term>
    <term name="open-quote">«</term>
    <term name="close-quote">»</term>
    <term name="open-inner-quote">„</term>
    <term name="close-inner-quote">“</term>
    <term name="page-range-delimiter">–</term>
    <term name="ordinal">-е</term>
    <term name="ordinal" gender-form="masculine">-й</term>
    <term name="ordinal" gender-form="feminine">-я</term>
    <term name="book"><single>книга</single><multiple>книги</multiple></term>
    <term name="chapter"><single>глава</single><multiple>главы</multiple></term>
    <term name="column"><single>столбец</single><multiple>столбцы</multiple></term>
    <term name="figure"><single>рисунок</single><multiple>рисунки</multiple></term>
    <term name="folio"><single>лист</single><multiple>листы</multiple></term>
    <term name="issue" gender="masculine"><single>выпуск</single><multiple>выпуски</multiple></term>
    <term name="line"><single>строка</single><multiple>строки</multiple></term>
    <term name="note"><single>примечание</single><multiple>примечания</multiple></term>
    <term name="opus"><single>сочинение</single><multiple>сочинения</multiple></term>
    <term name="page"><single>страница</single><multiple>страницы</multiple></term>
    <term name="paragraph"><single>параграф</single><multiple>параграфы</multiple></term>
    <term name="part"><single>часть</single><multiple>части</multiple></term>
    <term name="section"><single>раздел</single><multiple>разделы</multiple></term>
    <term name="sub-verbo">статья</term>
    <term name="verse"><single>стих</single><multiple>стихи</multiple></term>
    <term name="volume" gender="masculine"><single>том</single><multiple>тома</multiple></term>
    <term name="book" form="short">кн.</term>
    <term name="chapter" form="short">гл.</term>
    <term name="column" form="short">стб.</term>
    <term name="figure" form="short">рис.</term>
    <term name="folio" form="short"><single>л.</single><multiple>лл.</multiple></term>
    <term name="issue" form="short">вып.</term>
    <term name="line" form="short">строка</term>
    <term name="note" form="short">прим.</term>
    <term name="opus" form="short">соч.</term>
    <term name="page" form="short"><single>с.</single><multiple>с.</multiple></term>
    <term name="paragraph" form="short"><single>п.</single><multiple>пп.</multiple></term>
    <term name="part" form="short"><single>ч.</single><multiple>чч.</multiple></term>
    <term name="section" form="short">разд.</term>
    <term name="sub-verbo" form="short">ст.</term>
    <term name="verse" form="short">ст.</term>
    <term name="volume" form="short"><single>т.</single><multiple>тт.</multiple></term>
    <term name="edition"><single>издание</single><multiple>издания</multiple></term>
    <term name="version">версия</term>
    <term name="edition" form="short">изд.</term>
    <term name="author"/>
    <term name="composer"/>
    <term name="container-author"/>
    <term name="director"><single>режиссёр</single><multiple>режиссёры</multiple></term>
    <term name="editor"><single>редактор</single><multiple>редакторы</multiple></term>
    <term name="editor-translator"><single>редактор и переводчик</single><multiple>редакторы и переводчики</multiple></term>
    <term name="editortranslator"><single>редактор и переводчик</single><multiple>редакторы и переводчики</multiple></term>
    <term name="illustrator"><single>иллюстратор</single><multiple>иллюстраторы</multiple></term>
    <term name="interviewer"/>
    <term name="recipient"/>
    <term name="reviewed-author"/>
    <term name="translator"><single>переводчик</single><multiple>переводчики</multiple></term>
    <term name="director" form="short">реж.</term>
    <term name="editor" form="short">ред.</term>
    <term name="editor-translator" form="short">ред. и пер.</term>
    <term name="editortranslator" form="short">ред. и пер.</term>
    <term name="illustrator" form="short">ил.</term>
    <term name="translator" form="short">пер.</term>
    <term name="container-author" form="verb"/>
    <term name="director" form="verb">реж.</term>
    <term name="editor" form="verb">ред.</term>
    <term name="editor-translator" form="verb">ред. и пер.</term>
    <term name="editortranslator" form="verb">ред. и пер.</term>
    <term name="illustrator" form="verb">ил.</term>
    <term name="interviewer" form="verb">интервьюер</term>
    <term name="recipient" form="verb">адресат</term>
    <term name="reviewed-author" form="verb"/>
    <term name="translator" form="verb">пер.</term>
    <term name="director" form="verb-short">реж.</term>
    <term name="editor" form="verb-short">ред.</term>
    <term name="editor-translator" form="verb-short">ред. и пер.</term>
    <term name="editortranslator" form="verb-short">ред. и пер.</term>
    <term name="illustrator" form="verb-short">ил.</term>
    <term name="translator" form="verb-short">пер.</term>
    <term name="month-01">январь</term>
    <term name="month-02">февраль</term>
    <term name="month-03">март</term>
    <term name="month-04">апрель</term>
    <term name="month-05">май</term>
    <term name="month-06">июнь</term>
    <term name="month-07">июль</term>
    <term name="month-08">август</term>
    <term name="month-09">сентябрь</term>
    <term name="month-10">октябрь</term>
    <term name="month-11">ноябрь</term>
    <term name="month-12">декабрь</term>
    <term name="month-01" form="short">янв.</term>
    <term name="month-02" form="short">февр.</term>
    <term name="month-03" form="short">марта</term>
    <term name="month-04" form="short">апр.</term>
    <term name="month-05" form="short">мая</term>
    <term name="month-06" form="short">июня</term>
    <term name="month-07" form="short">июля</term>
    <term name="month-08" form="short">авг.</term>
    <term name="month-09" form="short">сент.</term>
    <term name="month-10" form="short">окт.</term>
    <term name="month-11" form="short">нояб.</term>
    <term name="month-12" form="short">дек.</term>
    <term name="season-01">весна</term>
    <term name="season-02">лето</term>
    <term name="season-03">осень</term>
    <term name="season-04">зима</term>
    <term name="act" form="short">д.</term>
    <term name="appendix" form="short">прил.</term>
    <term name="article-locator" form="short">ст.</term>
    <term name="canon" form="short">канон</term>
    <term name="equation" form="short">ур.</term>
    <term name="rule" form="short">прав.</term>
    <term name="scene" form="short">сц.</term>
    <term name="supplement" form="short">доп.</term>
    <term name="table" form="short">табл.</term>
    <term name="timestamp"/>
    <term name="timestamp" form="short"/>
  </terms>
</locale>`;
