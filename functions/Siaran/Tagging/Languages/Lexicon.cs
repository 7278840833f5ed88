using System.Reflection;
using System.Text.Json;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Languages;

/// <summary>
/// The words of one language by which figures, dates, quotes, bodies and persons are read. Each list is empty where the language has none;
/// a phrase means what its property says, or only that it is on the list.
/// </summary>
internal sealed class Lexicon
{
    // By reflection, once for the process: a list is then a property and a row, and a list that is
    // misspelt in a file is an error instead of a rule that never fires.
    // A list's name in the file is its property's: name-prefix is NamePrefix.
    private static readonly Dictionary<string, PropertyInfo> Lists = typeof(Lexicon)
        .GetProperties()
        .Where(property => property.PropertyType == typeof(PhraseMap<string>))
        .ToDictionary(property => JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name));

    /// <exception cref="InvalidDataException">A row is of a list that nobody reads: most likely a typing mistake.</exception>
    public Lexicon(VocabularyFiles files, string file)
    {
        foreach (var list in Lists.Values)
        {
            ((PhraseMap<string>)list.GetValue(this)!).ReportTo(Openers);
        }

        foreach (var row in files.Rows(file))
        {
            switch (row[0])
            {
                case "decimal":
                    DecimalMark = row[1][0];
                    break;
                case "slip":
                    Slips.Add(row[1].Split('|'), row[2]);
                    break;
                case "verb-prefix":
                    VerbPrefixes = row[1].Split('|');
                    break;
                default:
                    var list = Lists.TryGetValue(row[0], out var property)
                        ? (PhraseMap<string>)property.GetValue(this)!
                        : throw new InvalidDataException($"{file} names a list that nothing reads: {row[0]}.");
                    foreach (var phrase in row[1].Split('|'))
                    {
                        list.Add(phrase, row[2]);
                    }

                    break;
            }
        }
    }

    /// <summary>Which of the lists below a word opens.</summary>
    public ListOpeners Openers { get; } = new();

    /// <summary>Words that are written with a slip often: <c>Kabupatem</c>.</summary>
    public Slips Slips { get; } = new();

    /// <summary>What parts whole numbers from fractions.</summary>
    public char DecimalMark { get; } = ',';

    /// <summary>What verbs begin with, in a language where that tells them from nouns: <c>di</c>, <c>ber</c>.</summary>
    public IReadOnlyList<string> VerbPrefixes { get; } = [];

    /// <summary>Other states, behind a body or an office of theirs: <c>Menteri Luar Negeri Malaysia</c>.</summary>
    public PhraseMap<string> Abroad { get; } = new();

    /// <summary>What comes before whoever is quoted: <c>menurut</c>.</summary>
    public PhraseMap<string> AccordingTo { get; } = new();

    /// <summary>What a number in words counts without being a figure: <c>tiga hal</c>.</summary>
    public PhraseMap<string> Abstract { get; } = new();

    /// <summary>What names those who are with someone: <c>didampingi</c>.</summary>
    public PhraseMap<string> Accompanied { get; } = new();

    /// <summary>What says that an office is held for another, or was: <c>Plt</c>, <c>acting</c>, <c>mantan</c>.</summary>
    public PhraseMap<string> Acting { get; } = new();

    /// <summary>What may come between a subject and its verb: <c>juga</c>.</summary>
    public PhraseMap<string> Adverb { get; } = new();

    /// <summary>What an age comes behind: <c>berusia</c>.</summary>
    public PhraseMap<string> Age { get; } = new();

    /// <summary>What comes before another name of a person: <c>alias</c>.</summary>
    public PhraseMap<string> Alias { get; } = new();

    /// <summary>What comes behind a number of things that were counted before: <c>diantaranya</c>.</summary>
    public PhraseMap<string> Among { get; } = new();

    /// <summary><c>dan</c>, <c>and</c>.</summary>
    public PhraseMap<string> And { get; } = new();

    /// <summary>Small words that may open a sentence with a capital, and begin no body's name: <c>the</c>.</summary>
    public PhraseMap<string> Article { get; } = new();

    /// <summary>What leads on, behind a verb of saying, to others than who speaks: <c>kepada</c>, <c>saat</c>.</summary>
    public PhraseMap<string> Beyond { get; } = new();

    /// <summary>Whole names of bodies: <c>Supreme Court</c>.</summary>
    public PhraseMap<string> Body { get; } = new();

    /// <summary>What names of bodies begin with: <c>Department of</c>.</summary>
    public PhraseMap<string> BodyHead { get; } = new();

    /// <summary>Levels that name no body behind its head alone: <c>Polis Daerah</c>.</summary>
    public PhraseMap<string> BodyLevel { get; } = new();

    /// <summary>
    /// Words about names of bodies, by what they say of them: <c>bare</c> are none without their place
    /// (<c>Dewan Undangan Negeri</c>), <c>cut</c> ends what is its (<c>the District's …</c>), <c>end</c> goes on none (<c>Peringkat</c>),
    /// <c>generic</c> names none before the word for one (<c>Regional Office</c>), <c>head</c> heads one named behind (<c>CEO</c>),
    /// <c>owner</c> is of one (<c>Governor's Office</c>), <c>prize</c> begins what is won (<c>Leading Airport Authority</c>),
    /// <c>thing</c> ends what is none (<c>Hospital Project</c>), <c>unit</c> is of a <c>whole</c> behind it (<c>Unit … Jabatan …</c>),
    /// <c>venue</c> is a place named like one (<c>Convention Centre</c>), <c>work</c> a thing named with one (<c>Framework Convention</c>).
    /// </summary>
    public PhraseMap<string> BodyStop { get; } = new();

    /// <summary>Small words within names of bodies: <c>of</c>.</summary>
    public PhraseMap<string> BodyJoin { get; } = new();

    /// <summary>What names of bodies end with: <c>Committee</c>.</summary>
    public PhraseMap<string> BodyTail { get; } = new();

    /// <summary>What comes between a passive and who acts: <c>oleh</c>.</summary>
    public PhraseMap<string> By { get; } = new();

    /// <summary>What begins a by-name of whoever spoke before: <c>orang nomor satu</c>, <c>pria kelahiran</c>.</summary>
    public PhraseMap<string> ByName { get; } = new();

    /// <summary>What begins a clause: <c>bahwa</c>, <c>which</c>.</summary>
    public PhraseMap<string> Clause { get; } = new();

    /// <summary>What parts a thing from its name: <c>yaitu</c>.</summary>
    public PhraseMap<string> Copula { get; } = new();

    /// <summary>Members of a parliament, behind whom a place is named that they sit for: <c>ADUN</c>.</summary>
    public PhraseMap<string> Constituency { get; } = new();

    /// <summary>Acronyms that are counted: <c>KPM</c>, <c>UMKM</c>.</summary>
    public PhraseMap<string> Counted { get; } = new();

    /// <summary>What a number in words counts as a figure: <c>tujuh korban</c>.</summary>
    public PhraseMap<string> CountedNoun { get; } = new();

    /// <summary>What says, right before a number, how many there are: <c>berjumlah</c>.</summary>
    public PhraseMap<string> CountIs { get; } = new();

    /// <summary>States, their people, great cities and currencies, by their codes (ISO 3166-1 alpha-2): <c>Australian</c>.</summary>
    public PhraseMap<string> Country { get; } = new();

    /// <summary>Currencies, by their ISO 4217 codes.</summary>
    public PhraseMap<string> Currency { get; } = new();

    /// <summary>What may come between a weekday and its date: <c>Jumat, tanggal 3 Januari</c>.</summary>
    public PhraseMap<string> DateWord { get; } = new();

    /// <summary>Parts of the day behind a weekday: <c>pagi</c>.</summary>
    public PhraseMap<string> Daytime { get; } = new();

    /// <summary>Verbs of saying that are deeds too: <c>melaporkan</c>.</summary>
    public PhraseMap<string> Deed { get; } = new();

    /// <summary>What points to a person who was named before: <c>tersebut</c>.</summary>
    public PhraseMap<string> Definite { get; } = new();

    /// <summary>Degrees behind a name: <c>M.Si</c>.</summary>
    public PhraseMap<string> Degree { get; } = new();

    /// <summary>What comes before a title in quotation marks: <c>bertajuk</c>.</summary>
    public PhraseMap<string> Entitled { get; } = new();

    /// <summary>How people are called who know each other, before part of the name: <c>Gus</c>.</summary>
    public PhraseMap<string> Familiar { get; } = new();

    /// <summary>Fields that name a body within an office's title: <c>Kesehatan</c>.</summary>
    public PhraseMap<string> Field { get; } = new();

    /// <summary>Fields that come before the office: <c>Transportation Secretary</c>.</summary>
    public PhraseMap<string> FieldBefore { get; } = new();

    /// <summary>What names of firms begin with: <c>PT</c>.</summary>
    public PhraseMap<string> FirmHead { get; } = new();

    /// <summary>What names of firms end with: <c>Ltd</c>.</summary>
    public PhraseMap<string> FirmTail { get; } = new();

    /// <summary>Units of the armed forces, which a number and a name follow: <c>Kodam</c>.</summary>
    public PhraseMap<string> ForceUnit { get; } = new();

    /// <summary>Offices that head a government, by the slug of its body.</summary>
    public PhraseMap<string> GovernmentOf { get; } = new();

    /// <summary><c>Dr</c>, <c>Ibu</c>, <c>Tuan Guru</c>.</summary>
    public PhraseMap<string> Honorific { get; } = new();

    /// <summary>What a number without a unit measures: <c>indeks</c>.</summary>
    public PhraseMap<string> Index { get; } = new();

    /// <summary>What comes behind another name of who was named before: <c>sapaan akrabnya</c>.</summary>
    public PhraseMap<string> KnownAs { get; } = new();

    /// <summary>Titles of women, who may bear their husband's name: <c>Hj</c>, <c>Ibu</c>.</summary>
    public PhraseMap<string> Lady { get; } = new();

    /// <summary>What leads in to a number: <c>mencapai</c>, <c>about</c>.</summary>
    public PhraseMap<string> LeadIn { get; } = new();

    /// <summary>What a letter counts off: <c>Appendix B</c>.</summary>
    public PhraseMap<string> Lettered { get; } = new();

    /// <summary>What says that a thing is of a region's kind: <c>khas</c>.</summary>
    public PhraseMap<string> LocalKind { get; } = new();

    /// <summary>What a theme or a motto follows, without marks too: <c>mengusung tema</c>.</summary>
    public PhraseMap<string> Theme { get; } = new();

    /// <summary>What multiplies a number, by how much: <c>juta</c>.</summary>
    public PhraseMap<string> Magnitude { get; } = new();

    /// <summary>What multiplies a number behind a currency only: <c>Rp2 T</c>.</summary>
    public PhraseMap<string> MoneyMagnitude { get; } = new();

    /// <summary>What is shown within brackets: <c>[Gambas:Video …]</c>.</summary>
    public PhraseMap<string> Medium { get; } = new();

    /// <summary>Words for money, by its currency: <c>anggaran</c>.</summary>
    public PhraseMap<string> Money { get; } = new();

    /// <summary>What says, behind a round number, that there are more: <c>300 lebih peserta</c>.</summary>
    public PhraseMap<string> More { get; } = new();

    /// <summary>Months, by their numbers.</summary>
    public PhraseMap<string> Month { get; } = new();

    /// <summary>What belongs to the name behind it: <c>I Gede</c>.</summary>
    public PhraseMap<string> NamePrefix { get; } = new();

    /// <summary>What ends a name and tells son from father: <c>Jr.</c>, <c>III</c>.</summary>
    public PhraseMap<string> NameEnd { get; } = new();

    /// <summary>Small words within names of persons: <c>bin</c>, <c>a/l</c>.</summary>
    public PhraseMap<string> NameJoin { get; } = new();

    /// <summary>Offices that are names too, and are within one: <c>Amirul Hakim</c>.</summary>
    public PhraseMap<string> NameWord { get; } = new();

    /// <summary>First names that are written short, with a point: <c>Muh.</c></summary>
    public PhraseMap<string> NameShort { get; } = new();

    /// <summary>Months of the Islamic calendar that are names too, where an office comes before: <c>Kadis … Hary Ramadhan</c>.</summary>
    public PhraseMap<string> NamesakeMonth { get; } = new();

    /// <summary>What bears the name of a person or a day: <c>Jalan</c>, <c>Masjid</c>.</summary>
    public PhraseMap<string> NamedFor { get; } = new();

    /// <summary><c>minus</c>.</summary>
    public PhraseMap<string> Negative { get; } = new();

    /// <summary>What a number only counts off: <c>Pasal</c>.</summary>
    public PhraseMap<string> NoFigure { get; } = new();

    /// <summary>What is part of no person's name.</summary>
    public PhraseMap<string> NoName { get; } = new();

    /// <summary>Function words, which no number counts.</summary>
    public PhraseMap<string> NoNoun { get; } = new();

    /// <summary>What is said by no one: <c>demikian</c>.</summary>
    public PhraseMap<string> Nobody { get; } = new();

    /// <summary>Nouns that begin like a verb: <c>dinas</c>.</summary>
    public PhraseMap<string> Noun { get; } = new();

    /// <summary>Numbers in words, with their values: <c>tiga</c>.</summary>
    public PhraseMap<string> NumberWord { get; } = new();

    /// <summary>What people hold or keep up, which has a name of its own: <c>kegiatan</c>, <c>tradisi</c>.</summary>
    public PhraseMap<string> Occasion { get; } = new();

    /// <summary>Offices: <c>Gubernur</c>.</summary>
    public PhraseMap<string> Office { get; } = new();

    /// <summary>Offices that are of a field, which comes before the name: <c>Kabid</c>.</summary>
    public PhraseMap<string> OfficeOfField { get; } = new();

    /// <summary>Forms of one office, by the longest: <c>Kadis</c> is <c>kepala dinas</c>.</summary>
    public PhraseMap<string> OfficeForm { get; } = new();

    /// <summary>Small words within an office's title: <c>Kepala Bidang Data dan Informasi</c>.</summary>
    public PhraseMap<string> OfficeJoin { get; } = new();

    /// <summary>Small words between an office and its field: <c>Minister for Health</c>.</summary>
    public PhraseMap<string> OfficeOf { get; } = new();

    /// <summary>What opens a sentence with a capital: <c>Menurut</c>.</summary>
    public PhraseMap<string> Opener { get; } = new();

    /// <summary>What comes before a counted "one": <c>hanya</c>.</summary>
    public PhraseMap<string> OneBefore { get; } = new();

    /// <summary>What is said of the present with <c>hari ini</c>, and of no day: <c>kondisi</c>.</summary>
    public PhraseMap<string> Nowadays { get; } = new();

    /// <summary>What comes before a day on which something happened: <c>pada</c>.</summary>
    public PhraseMap<string> OnDay { get; } = new();

    /// <summary>Ordinals within offices: <c>Asisten II</c>.</summary>
    public PhraseMap<string> Ordinal { get; } = new();

    /// <summary>What comes between another name and the full one: <c>sapaan akrab</c>.</summary>
    public PhraseMap<string> OtherNameOf { get; } = new();

    /// <summary>What tells of an older time: <c>waktu itu</c>.</summary>
    public PhraseMap<string> Past { get; } = new();

    /// <summary>People without names: <c>jajaran</c>.</summary>
    public PhraseMap<string> People { get; } = new();

    /// <summary><c>persen</c>, <c>%</c>.</summary>
    public PhraseMap<string> Percent { get; } = new();

    /// <summary>Words for someone, which the name follows: <c>bernama</c>, <c>korban</c>.</summary>
    public PhraseMap<string> PersonNoun { get; } = new();

    /// <summary>Words for single things of a kind, which the kind follows: <c>83 unit rumah</c>.</summary>
    public PhraseMap<string> Piece { get; } = new();

    /// <summary>What comes before places and not before persons: <c>in</c>.</summary>
    public PhraseMap<string> PlaceBefore { get; } = new();

    /// <summary>What names of places begin with: <c>Tanjung</c>.</summary>
    public PhraseMap<string> PlaceWord { get; } = new();

    /// <summary>What sends readers to other news and videos: <c>Baca juga</c>, <c>Simak video</c>.</summary>
    public PhraseMap<string> Pointer { get; } = new();

    /// <summary><c>ia</c>, <c>she</c>.</summary>
    public PhraseMap<string> Pronoun { get; } = new();

    /// <summary>What comes between a person and the office behind: <c>selaku</c>.</summary>
    public PhraseMap<string> AsOffice { get; } = new();

    /// <summary>Laws that have a name of their own, by their labels: <c>Kanun Keseksaan</c>.</summary>
    public PhraseMap<string> Act { get; } = new();

    /// <summary>What titles of laws begin with, before their year: <c>Akta</c>.</summary>
    public PhraseMap<string> ActHead { get; } = new();

    /// <summary>What titles of laws end with: <c>Act</c>.</summary>
    public PhraseMap<string> ActTail { get; } = new();

    /// <summary>What joins the ends of a range that share their unit: <c>40 hingga 120 cm</c>.</summary>
    public PhraseMap<string> Range { get; } = new();

    /// <summary>What a sum or a measure is for each of, by its symbol: <c>per kilogram</c>.</summary>
    public PhraseMap<string> Rate { get; } = new();

    /// <summary>Ranks: <c>Kolonel</c>.</summary>
    public PhraseMap<string> Rank { get; } = new();

    /// <summary>What comes behind a rank: <c>TNI</c>, <c>(Purn)</c>.</summary>
    public PhraseMap<string> RankOf { get; } = new();

    /// <summary>Words for the level of a region: <c>Provinsi</c>.</summary>
    public PhraseMap<string> RegionLevel { get; } = new();

    /// <summary>Days counted from the release's, by how many: <c>kemarin</c>.</summary>
    public PhraseMap<string> Relative { get; } = new();

    /// <summary>Verbs of saying that may come before or behind their speaker: <c>ujar</c>.</summary>
    public PhraseMap<string> Say { get; } = new();

    /// <summary>Verbs of saying right behind a name, in a language for which no model knows names.</summary>
    public PhraseMap<string> SayBefore { get; } = new();

    /// <summary>
    /// Whether the entity model learnt the language. It learnt Indonesian; others have rules for names in their file.
    /// </summary>
    public bool IsModelled => SayBefore.Count == 0;

    /// <summary>Verbs of saying behind their speaker: <c>mengatakan</c>.</summary>
    public PhraseMap<string> Says { get; } = new();

    /// <summary>What is written short with a point within offices and names: <c>Prov.</c></summary>
    public PhraseMap<string> Short { get; } = new();

    /// <summary>What sets companies of the state apart, in parentheses behind their name: <c>Persero</c>.</summary>
    public PhraseMap<string> StateFirm { get; } = new();

    /// <summary>What services are named by before the name of their state: <c>Biosecurity Queensland</c>.</summary>
    public PhraseMap<string> StateService { get; } = new();

    /// <summary>What someone's words are called: <c>sambutan</c>.</summary>
    public PhraseMap<string> Speech { get; } = new();

    /// <summary>What is shown on stage or handed down: <c>sendratari</c>.</summary>
    public PhraseMap<string> Stage { get; } = new();

    /// <summary>What comes before a name of honour, which is none that a person goes by: <c>bergelar</c>.</summary>
    public PhraseMap<string> Styled { get; } = new();

    /// <summary>What comes before who is in a tale: <c>kisah</c>.</summary>
    public PhraseMap<string> Tale { get; } = new();

    /// <summary>Offices behind which a territory is named, not a person: <c>Camat</c>.</summary>
    public PhraseMap<string> Territorial { get; } = new();

    /// <summary>The secretary of a region, behind whom a name comes more often than a region: <c>Sekda</c>.</summary>
    public PhraseMap<string> Secretary { get; } = new();

    /// <summary>What names of villages, streets and firms come behind: <c>Kelurahan</c>, <c>PT</c>.</summary>
    public PhraseMap<string> Settlement { get; } = new();

    /// <summary>What comes before the place that a member of a parliament sits for, and the name behind it: <c>Member for</c>.</summary>
    public PhraseMap<string> SeatOf { get; } = new();

    /// <summary>Prepositions before those to whom something is done: <c>ke</c>.</summary>
    public PhraseMap<string> Toward { get; } = new();

    /// <summary>What names of bodies in another language end with, within texts of this one: <c>University</c>.</summary>
    public PhraseMap<string> LoanTail { get; } = new();

    /// <summary>What only persons bear: <c>Drs</c>, <c>Kompol</c>.</summary>
    public PhraseMap<string> Title { get; } = new();

    /// <summary>Titles that are within a name too, behind the first: <c>Ramli Hj Karim</c>.</summary>
    public PhraseMap<string> TitleWithin { get; } = new();

    /// <summary>Units behind a number, by their symbols.</summary>
    public PhraseMap<string> Unit { get; } = new();

    /// <summary>Units before a number: <c>magnitudo</c>.</summary>
    public PhraseMap<string> UnitBefore { get; } = new();

    /// <summary>What joins the ends of a range: <c>hingga</c>.</summary>
    public PhraseMap<string> Until { get; } = new();

    /// <summary>Weekdays, by their numbers from Sunday, which is 0.</summary>
    public PhraseMap<string> Weekday { get; } = new();

    /// <summary>What something is described with: <c>dengan</c>.</summary>
    public PhraseMap<string> With { get; } = new();

    /// <summary>What a hyphen joins to a name that is none of it: <c>-elect</c>, <c>-led</c>.</summary>
    public PhraseMap<string> WordHalf { get; } = new();

    /// <summary>What leads in to the words of a document: <c>Dalam Pasal 3 disebutkan, “…</c></summary>
    public PhraseMap<string> Written { get; } = new();
}
