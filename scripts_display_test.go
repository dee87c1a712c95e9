//go:build display

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
	"github.com/glossator/glossator/annotate/dataset"
)

// A page is an article as it is drawn for a picture: see annotatetest.
type page struct{ name, title, drawing string }

// pages are of many scripts, and of many spans. All of it is invented.
var pages = []page{
	{"arabic", "أربعة عشر قتيلًا في ميناء نوران", `قال [actor محافظ سلمى] إن [casualty 14 شخصًا قُتلوا] و[casualty 3,500 نزحوا] بعد انفجار في [place ميناء نوران (Port Noran)] صباح 12 آذار.
[claim وقالت منظمة [actor Lantern Relief] إن «القوارب الثلاثة كانت تحمل [casualty 40 راكبًا]، ولم ينجُ منهم إلا 26»]، ولم يرد [actor الجيش] على الأسئلة حتى الساعة 18:30.
وفي [place حي السوق (شارع 7)] قال [actor شهود] إنهم سمعوا دويًّا بين الساعة 5:40 و5:55.`},
	{"hebrew", "ארבעה עשר הרוגים בנמל אורן", `[actor ראש עיריית נמל אורן] אמר כי [casualty 14 בני אדם (לפחות) נהרגו] וכי [casualty 3,500 פונו] מן [place רציף 7 (North Quay)] בשעה 06:15.
[claim לדברי [actor Lantern Relief], „שלוש סירות נשאו [casualty 40 נוסעים], ורק 26 ניצלו”]; [actor הצבא] לא הגיב עד 12 במרץ.
ב[place שכונת השוק (רחוב 12)] סיפרו [actor עדים] כי נשמע פיצוץ בין 5:40 ל־5:55.`},
	{"chinese", "柳岸镇码头爆炸，十四人遇难", `[place 柳岸镇]报道：[actor 港务局]说，6月3日清晨的爆炸造成[casualty 十四人死亡]、[casualty 至少40人受伤]，另有[casualty 3,500人撤离]。
[claim [actor 局长]称：“三条渡船上共有[casualty 120名乘客]，没有人接到警告。”][actor 灯笼社（Lantern）]记者在[place 北码头]看到，岸边的房屋大多没有了屋顶，居民整夜在河堤上等消息。
[actor 军方]没有回答记者的问题。`},
	{"hindi", "नूरपुर घाट पर विस्फोट", `[actor ज़िला अधिकारी] ने कहा कि [place नूरपुर घाट] पर हुए विस्फोट में [casualty १४ लोगों की मृत्यु हुई] और [casualty 3,500 लोग विस्थापित हुए]।
[claim “तीन नावों में [casualty 40 यात्री] थे, उनमें से केवल 26 बचे,” [actor संस्था Lantern Relief] ने बताया]। [actor सेना] ने 12 मार्च तक कोई उत्तर नहीं दिया।
[place श्रीगंज के बाज़ार (मार्ग 7)] में [actor प्रत्यक्षदर्शियों] ने कहा कि धमाका 5:40 और 5:55 के बीच हुआ।`},
	{"thai", "ระเบิดที่ท่าเรือบางนูร", `[actor ผู้ว่าการจังหวัด] กล่าวว่า [casualty มีผู้เสียชีวิตอย่างน้อย 14 คน] และ[casualty บาดเจ็บ 40 คน] จากเหตุระเบิดที่[place ท่าเรือน้ำลึกบางนูร] เมื่อเช้าวันที่ ๓ มิถุนายน
[claim “เรือสามลำบรรทุก[casualty ผู้โดยสาร 120 คน] ไม่มีใครได้รับคำเตือนล่วงหน้า” เจ้าหน้าที่ของ [actor Lantern Relief] ระบุ] ส่วน[actor กองทัพ]ยังไม่ตอบคำถามของผู้สื่อข่าว
ที่[place ตลาดริมน้ำ (ถนน 7)] [actor ผู้เห็นเหตุการณ์]เล่าว่าได้ยินเสียงดังระหว่างเวลา 5:40 ถึง 5:55 น.`},
	{"emoji", "What the harbour volunteers wrote", `[actor The harbour volunteers 👩🏽‍🚒👨🏾‍🚒] wrote at 06:15: [claim “[casualty Two boats 🚤🚤 lost 😢], everybody from [place Port Noran 🇫🇮🇺🇦] is safe 👍🏽❤️”].
[actor Mara 🏃🏽‍♀️ of the relief team 🏳️‍🌈] answered with 1️⃣2️⃣ ☎️ numbers and [claim “[casualty a family of four 👨‍👩‍👧‍👦 missing] near [place the lighthouse 🗼]”].
Nobody knew what 🧭🌊⛈️ meant. [actor The pilot 👨🏿‍✈️] put ✅ next to [place Quay 7️⃣] and ❌ next to [place the ferry 🛳️].`},
	{"nested", "Five spans within each other", `Late on Monday [claim the harbour office in Port Noran repeated that, [claim as far as anybody could tell from the lists it had been sent, [casualty at least forty people of the hundred and twenty on board the three boats, [actor among them the crew of the ferry that the Lower Vessa shipping company had chartered in [place the harbour of Saint Orla on the far side of the strait] for the summer months], were still missing], although nobody had counted those who had swum ashore], and that the search would go on] until the weather turned. [actor The office] gave no names.
[claim So [claim said [claim seven [claim people [claim of [claim whom [claim each] had] heard] it] from] another] one], wrote [actor Lantern].`},
	{"ten-thousand", "Ten thousand spans", strings.Repeat(`[claim [actor The [place Noran] office] said [casualty two men] died], [claim [actor police] in [place Orla] denied [casualty any deaths]]; [actor Mara Velm] wrote from [place Quay 7].
`, 1000)},
}

// gallery makes a project of the pages, labelled by the one who opens it, and
// a home in which the window is set as wanted.
func gallery(t *testing.T, preferences string) (project, home string) {
	t.Helper()
	home = t.TempDir()
	project = filepath.Join(home, "scripts.gloss")
	documents := func(yield func(annotate.Document, error) bool) {
		for _, p := range pages {
			if !yield(annotatetest.Draw(t, p.drawing).Document(t, p.title, "Reader"), nil) {
				return
			}
		}
	}
	path := filepath.Join(home, "scripts.jsonl")
	jsonl, err := dataset.Find("jsonl")
	must(t, err)
	_, err = dataset.Write(t.Context(), jsonl, dataset.Target{Path: path}, documents)
	must(t, err)
	run(t, "import", project, path)
	folder := filepath.Join(home, "config", "fyne", "org.glossator.desktop")
	must(t, os.MkdirAll(folder, 0o755))
	must(t, os.WriteFile(filepath.Join(folder, "preferences.json"), []byte(preferences), 0o600))
	return project, home
}

// TestScreenshotsOfScripts takes pictures of pages in many scripts, of many
// spans, with large text and in each theme, to be looked at.
func TestScreenshotsOfScripts(t *testing.T) {
	folder, err := filepath.Abs("docs/screenshots/scripts")
	must(t, err)
	must(t, os.MkdirAll(folder, 0o755))
	light := photographer{t, newScreen(t, 1280, 720), folder}
	light.takes(`"theme":"light"`, "", 0, 1, 2, 3, 4, 5, 6, 7)
	light.takes(`"theme":"light","text size":33`, "-200", 0, 6)
	light.takes(`"theme":"light","font of the text":"OpenDyslexic","paragraph numbers":true`, "-dyslexic", 6)
	light.takes(`"theme":"dark"`, "-dark", 0, 5, 6)
	light.takes(`"theme":"contrast"`, "-contrast", 1, 6)
}

// A photographer takes pictures of pages.
type photographer struct {
	t      *testing.T
	on     screen
	folder string
}

// takes opens some of the pages in a window that is set as wanted, selects a few
// words of each, and takes its picture.
func (c photographer) takes(preferences, suffix string, numbers ...int) {
	project, home := gallery(c.t, `{"author":"Reader",`+preferences+`}`)
	p := start(c.t, c.on, home, nil, project)
	p.theyAreMine()
	p.click(fmt.Sprintf("row:%d", len(pages)-1)) // the first is open already
	for _, n := range numbers {
		p.click(fmt.Sprintf("row:%d", n))
		p.expectWhere("article", func(e event) bool { return e.Title == pages[n].title })
		p.press("ctrl+Home", "Down", "ctrl+Right", "ctrl+Right")
		p.expect("select")
		p.xdotool("mousemove", fmt.Sprint(c.on.width-2), fmt.Sprint(c.on.height-2))
		p.press("shift+Right", "shift+Right", "shift+Right")
		for range 3 {
			p.expectWhere("select", func(e event) bool { return e.End > e.Start })
		}
		p.expect("frame")
		p.screenshot(filepath.Join(c.folder, pages[n].name+suffix+".png"))
	}
	p.kill()
}
